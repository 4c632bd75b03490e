"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Select, TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { createView, updateView } from "@/app/(desk)/calls";
import { type DeskView, useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { type Sort, sorts } from "@/lib/conversations/types";

/** A name for a filter, its order, and who has it in the rail; `view` is the one that is changed, if any. */
export function ViewDialog({
  view,
  query,
  sort,
  onClose,
}: {
  view: DeskView | null;
  query: string;
  sort: Sort;
  onClose(): void;
}) {
  const t = useTranslations("queue.savedView");
  const order = useTranslations("queue.sort");
  const ui = useTranslations("ui");
  const { me, teams } = useDesk();
  const client = useQueryClient();
  const [name, setName] = useState(view?.name ?? "");
  const [typed, setTyped] = useState(query);
  const [by, setBy] = useState<Sort>(sort);
  const [scope, setScope] = useState(
    view === null ? "me" : view.shared === "team" ? (view.teamId ?? "") : view.shared,
  );
  const [saving, setSaving] = useState(false);
  const mine = teams.filter((team) => me.teamIds.includes(team.id));

  async function save() {
    if (name.trim() === "") return;
    setSaving(true);
    const body = {
      name: name.trim(),
      query: typed.trim(),
      sort: by,
      shared: scope === "me" ? ("me" as const) : ("everybody" as const),
      teamId: scope === "me" || scope === "everybody" ? null : scope,
    };
    try {
      await (view ? updateView(view.id, body) : createView(body));
      await Promise.all([
        client.invalidateQueries({ queryKey: held.views }),
        client.invalidateQueries({ queryKey: held.viewCounts }),
      ]);
      toast({ tone: "done", text: t("saved", { name: body.name }), seconds: 6 });
      onClose();
    } catch (error) {
      setSaving(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <Dialog
      title={view ? t("change") : t("title")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={saving || name.trim() === ""} onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t("name")}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
          autoFocus
        />
        <TextField
          label={t("query")}
          value={typed}
          maxLength={500}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          label={order("label")}
          value={by}
          onChange={(event) => setBy(sorts.find((one) => one === event.target.value) ?? "left")}
          options={sorts.map((one) => ({ value: one, label: order(one) }))}
        />
        {me.canShareViews ? (
          <Select
            label={t("scope")}
            value={scope}
            onChange={(event) => setScope(event.target.value)}
            options={[
              { value: "me", label: t("forMe") },
              ...mine.map((team) => ({ value: team.id, label: t("forTeam", { team: team.name }) })),
              { value: "everybody", label: t("forEverybody") },
            ]}
          />
        ) : (
          <p className="text-ink-3 type-meta">{t("onlyMine")}</p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
