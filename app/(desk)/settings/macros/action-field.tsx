"use client";

import { useTranslations } from "use-intl";
import { useDesk } from "@/app/(desk)/desk";
import type { MacroAction } from "@/lib/macros/actions";

export const kinds = [
  "assign",
  "team",
  "tag",
  "untag",
  "pin",
  "note",
  "wait",
  "snooze",
  "resolve",
] as const satisfies ReadonlyArray<MacroAction["do"]>;

/** An action of this kind with nothing said in it yet. */
export function blank(kind: MacroAction["do"]): MacroAction {
  switch (kind) {
    case "assign":
      return { do: kind, agentId: "me" };
    case "team":
      return { do: kind, teamId: null };
    case "tag":
    case "untag":
      return { do: kind, name: "" };
    case "pin":
      return { do: kind, pin: -1 };
    case "note":
      return { do: kind, text: "" };
    case "snooze":
      return { do: kind, until: "" };
    case "wait":
    case "resolve":
      return { do: kind };
  }
}

/** What one action is about: whom, which, until when. */
export function ActionField({
  action,
  onChange,
}: {
  action: MacroAction;
  onChange(action: MacroAction): void;
}) {
  const t = useTranslations("settings.macros");
  return (
    <>
      <span className="w-28 shrink-0 font-medium">{t(`act.${action.do}`)}</span>
      <About action={action} onChange={onChange} />
    </>
  );
}

function About({ action, onChange }: { action: MacroAction; onChange(action: MacroAction): void }) {
  const t = useTranslations("settings.macros");
  const { agents, teams } = useDesk();
  const label = t(`act.${action.do}`);
  switch (action.do) {
    case "assign":
      return (
        <select
          aria-label={label}
          value={action.agentId ?? ""}
          onChange={(event) => onChange({ do: "assign", agentId: event.target.value || null })}
          className={field}
        >
          <option value="me">{t("me")}</option>
          <option value="">{t("nobody")}</option>
          {agents.map((agent) => (
            <option key={agent.id} value={agent.id}>
              {agent.name}
            </option>
          ))}
        </select>
      );
    case "team":
      return (
        <select
          aria-label={label}
          value={action.teamId ?? ""}
          onChange={(event) => onChange({ do: "team", teamId: event.target.value || null })}
          className={field}
        >
          <option value="">{t("noTeam")}</option>
          {teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </select>
      );
    case "pin":
      return (
        <select
          aria-label={label}
          value={action.pin}
          onChange={(event) =>
            onChange({
              do: "pin",
              pin: event.target.value === "-1" ? -1 : event.target.value === "1" ? 1 : 0,
            })
          }
          className={field}
        >
          <option value={-1}>{t("pin.first")}</option>
          <option value={1}>{t("pin.later")}</option>
          <option value={0}>{t("pin.none")}</option>
        </select>
      );
    case "tag":
    case "untag":
      return (
        <input
          aria-label={label}
          value={action.name}
          maxLength={40}
          onChange={(event) => onChange({ do: action.do, name: event.target.value })}
          className={field}
        />
      );
    case "note":
      return (
        <textarea
          aria-label={label}
          value={action.text}
          rows={2}
          maxLength={5000}
          dir="auto"
          onChange={(event) => onChange({ do: "note", text: event.target.value })}
          className={`${field} h-auto basis-64 py-1.5`}
        />
      );
    case "snooze":
      return (
        <input
          aria-label={label}
          value={action.until}
          maxLength={80}
          placeholder={t("snoozeHint")}
          onChange={(event) => onChange({ do: "snooze", until: event.target.value })}
          className={field}
        />
      );
    case "wait":
    case "resolve":
      return null;
  }
}

const field =
  "h-8 min-w-40 flex-1 rounded-control border border-line-strong bg-surface px-2 type-row max-desk:h-11";
