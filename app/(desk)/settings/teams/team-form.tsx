"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Switch } from "@/app/_ui/switch";
import { CheckList } from "@/app/(desk)/settings/check-list";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Role } from "@/db/enums";
import type { TeamView } from "@/lib/teams/list-teams";

/** A team: who is in it, and whose customers its people see. Only administrators choose the brands. */
export function TeamForm({
  team,
  people,
  brands,
  grantsBrands,
}: {
  team: TeamView | null;
  people: Array<{ id: string; name: string; role: Role }>;
  brands: Array<{ id: string; name: string }>;
  grantsBrands: boolean;
}) {
  const t = useTranslations("settings.teams");
  const roles = useTranslations("auth.roles");
  const ui = useTranslations("ui");
  const { busy, failed, save } = useSave();
  const [name, setName] = useState(team?.name ?? "");
  const [agentIds, setAgentIds] = useState(team?.agentIds ?? []);
  const [brandIds, setBrandIds] = useState(team?.brandIds ?? []);
  const [isLegal, setLegal] = useState(team?.isLegal ?? false);
  const [sure, setSure] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = { name, agentIds, brandIds, isLegal };
    void save(
      () => (team ? api("PUT /teams/{id}", { params: { id: team.id }, body }) : api("POST /teams", { body })),
      { said: t(team ? "saved" : "added", { name }), to: "/settings/teams" },
    );
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        label={t("name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        maxLength={60}
      />
      <div className="grid gap-5 desk:grid-cols-2">
        <CheckList
          legend={t("people")}
          options={people.map((one) => ({ id: one.id, label: one.name, aside: roles(one.role) }))}
          chosen={agentIds}
          isFixed={false}
          onChange={setAgentIds}
        />
        <CheckList
          legend={t("brands")}
          hint={t(grantsBrands ? "brandsHint" : "brandsFixed")}
          options={brands.map((one) => ({ id: one.id, label: one.name }))}
          chosen={brandIds}
          isFixed={!grantsBrands}
          onChange={setBrandIds}
        />
      </div>
      {grantsBrands ? (
        <Switch label={t("legal")} hint={t("legalHint")} checked={isLegal} onChange={setLegal} />
      ) : team?.isLegal ? (
        <p className="text-ink-2">{t("legalFixed")}</p>
      ) : null}
      <FailedLine text={failed} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {ui("save")}
        </Button>
        {team && grantsBrands ? (
          sure ? (
            <>
              <Button
                look="danger"
                size="medium"
                disabled={busy}
                onClick={() =>
                  void save(() => api("DELETE /teams/{id}", { params: { id: team.id } }), {
                    said: t("removed", { name: team.name }),
                    to: "/settings/teams",
                  })
                }
              >
                {t("removeSure")}
              </Button>
              <span className="text-ink-2">{t("removeHint")}</span>
            </>
          ) : (
            <Button look="plain" size="medium" onClick={() => setSure(true)}>
              {ui("delete")}…
            </Button>
          )
        ) : null}
      </div>
    </form>
  );
}
