"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Select, TextArea, TextField } from "@/app/_ui/field";
import { Switch } from "@/app/_ui/switch";
import { useDesk } from "@/app/(desk)/desk";
import { CheckList } from "@/app/(desk)/settings/check-list";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { RuleView } from "@/lib/moderation/list-rules";
import type { Conditions, RuleAction } from "@/lib/moderation/rule";
import { DryRun } from "./dry-run";

type Named = { id: string; name: string };
export type Places = { brands: Named[]; channels: Named[]; teams: Named[] };

const blank: Conditions = {
  words: [],
  authors: [],
  channelIds: [],
  reach: "any",
  hasLink: false,
  mentionsOver: null,
  isNewAuthor: false,
};

const simple = ["spam", "close", "hide", "like"] as const;

/** One rule: what a message must be like, what is done, and what it would have hit. */
export function EditRule({
  rule,
  places,
  onClose,
}: {
  rule: RuleView | null;
  places: Places;
  onClose(): void;
}) {
  const t = useTranslations("settings.rules");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const [name, setName] = useState(rule?.name ?? "");
  const [brandId, setBrandId] = useState(rule ? (rule.brandId ?? "") : (places.brands[0]?.id ?? ""));
  const [conditions, setConditions] = useState<Conditions>(rule?.conditions ?? blank);
  const [actions, setActions] = useState<RuleAction[]>(rule?.actions ?? []);
  const [isLast, setLast] = useState(rule?.isLast ?? true);
  const { busy, failed, save } = useSave();
  const change = (part: Partial<Conditions>) => setConditions({ ...conditions, ...part });
  const has = (kind: RuleAction["kind"]) => actions.some((action) => action.kind === kind);
  const without = (kind: RuleAction["kind"]) => actions.filter((action) => action.kind !== kind);
  const tag = actions.find((action) => action.kind === "tag");
  const team = actions.find((action) => action.kind === "assign");
  const isEmpty = JSON.stringify(conditions) === JSON.stringify(blank);
  const isBlocked =
    busy ||
    name.trim() === "" ||
    isEmpty ||
    actions.length === 0 ||
    (tag?.kind === "tag" && tag.name.trim() === "");

  async function submit() {
    if (isBlocked) return;
    const body = { name, brandId: brandId || null, conditions, actions, isLast, isOn: rule?.isOn ?? true };
    const call = () =>
      rule
        ? api("PUT /moderation-rules/{id}", { params: { id: rule.id }, body })
        : api("POST /moderation-rules", { body });
    if (await save(call, { said: t("saved", { name }) })) onClose();
  }

  async function remove(id: string) {
    if (
      await save(() => api("DELETE /moderation-rules/{id}", { params: { id } }), {
        said: t("removed", { name }),
      })
    )
      onClose();
  }

  return (
    <Dialog
      title={t(rule ? "edit" : "new")}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <>
          {rule ? (
            <Button look="plain" disabled={busy} onClick={() => void remove(rule.id)}>
              {t("remove")}
            </Button>
          ) : null}
          <Button look="accent" disabled={isBlocked} onClick={() => void submit()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 pt-1">
        <div className="grid gap-5 desk:grid-cols-2">
          <TextField
            label={t("name")}
            error={failed ?? undefined}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            label={t("brand")}
            value={brandId}
            onChange={(event) => setBrandId(event.target.value)}
            options={[
              { value: "", label: t("everyBrand") },
              ...places.brands.map((brand) => ({ value: brand.id, label: brand.name })),
            ]}
          />
        </div>
        <fieldset className="flex flex-col gap-4 rounded-card border border-line p-4">
          <legend className="px-1 font-semibold">{t("when")}</legend>
          <Lines
            label={t("words")}
            hint={t("wordsHint")}
            lines={conditions.words}
            onChange={(words) => change({ words })}
          />
          <Lines
            label={t("authors")}
            hint={t("authorsHint")}
            lines={conditions.authors}
            onChange={(authors) => change({ authors })}
          />
          <div className="grid gap-4 desk:grid-cols-2">
            <Select
              label={t("reach")}
              value={conditions.reach}
              onChange={(event) => {
                const { value } = event.target;
                change({ reach: value === "public" || value === "private" ? value : "any" });
              }}
              options={(["any", "public", "private"] as const).map((value) => ({
                value,
                label: t(`reaches.${value}`),
              }))}
            />
            <TextField
              label={t("mentionsOver")}
              aside={t("optional")}
              type="number"
              min={0}
              max={100}
              inputMode="numeric"
              value={conditions.mentionsOver ?? ""}
              onChange={(event) =>
                change({
                  mentionsOver:
                    event.target.value === ""
                      ? null
                      : Math.min(100, Math.max(0, Math.trunc(Number(event.target.value)))),
                })
              }
            />
          </div>
          <Switch
            label={t("hasLink")}
            checked={conditions.hasLink}
            onChange={(hasLink) => change({ hasLink })}
          />
          <Switch
            label={t("isNewAuthor")}
            checked={conditions.isNewAuthor}
            onChange={(isNewAuthor) => change({ isNewAuthor })}
          />
          {places.channels.length > 1 ? (
            <CheckList
              legend={t("channels")}
              hint={t("channelsHint")}
              options={places.channels.map((channel) => ({ id: channel.id, label: channel.name }))}
              chosen={conditions.channelIds}
              isFixed={false}
              onChange={(channelIds) => change({ channelIds })}
            />
          ) : null}
        </fieldset>
        <fieldset className="flex flex-col gap-4 rounded-card border border-line p-4">
          <legend className="px-1 font-semibold">{t("then")}</legend>
          {simple.map((kind) => (
            <Switch
              key={kind}
              label={t(`do.${kind}`)}
              hint={t.has(`doHint.${kind}`) ? t(`doHint.${kind}`) : undefined}
              checked={has(kind)}
              onChange={(isOn) => setActions(isOn ? [...actions, { kind }] : without(kind))}
            />
          ))}
          <Switch
            label={t("do.restrict")}
            hint={t("doHint.restrict")}
            checked={has("restrict")}
            onChange={(isOn) =>
              setActions(isOn ? [...actions, { kind: "restrict", agentIds: [me.id] }] : without("restrict"))
            }
          />
          <div className="grid gap-4 desk:grid-cols-2">
            <TextField
              label={t("do.tag")}
              aside={t("optional")}
              value={tag?.kind === "tag" ? tag.name : ""}
              maxLength={40}
              onChange={(event) =>
                setActions(
                  event.target.value === ""
                    ? without("tag")
                    : [...without("tag"), { kind: "tag", name: event.target.value }],
                )
              }
            />
            <Select
              label={t("do.assign")}
              value={team?.kind === "assign" ? team.teamId : ""}
              onChange={(event) =>
                setActions(
                  event.target.value === ""
                    ? without("assign")
                    : [...without("assign"), { kind: "assign", teamId: event.target.value }],
                )
              }
              options={[
                { value: "", label: t("noTeam") },
                ...places.teams.map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
          </div>
          <Switch label={t("last")} hint={t("lastHint")} checked={isLast} onChange={setLast} />
          <p className="text-ink-3 type-meta">{t("never")}</p>
        </fieldset>
        <DryRun conditions={conditions} brandId={brandId || null} isEmpty={isEmpty} />
      </div>
    </Dialog>
  );
}

/** A list as people type it: one on each line. What is typed stays as typed; empty lines do not count. */
function Lines({
  label,
  hint,
  lines,
  onChange,
}: {
  label: string;
  hint: string;
  lines: readonly string[];
  onChange(lines: string[]): void;
}) {
  const [text, setText] = useState(lines.join("\n"));
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={3}
      dir="auto"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(
          event.target.value
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        );
      }}
    />
  );
}
