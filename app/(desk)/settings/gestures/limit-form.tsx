"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { useDesk } from "@/app/(desk)/desk";
import { setGestureLimit } from "@/app/(desk)/promises/calls";
import { useAmount, useMoney } from "@/app/(desk)/promises/use-amount";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Role } from "@/db/enums";
import type { Limits } from "@/lib/gestures/set-limit";

/** What holds, and one line to set another limit for a role or a person. */
export function LimitForm({ limits, ownRole }: { limits: Limits; ownRole: Role }) {
  const t = useTranslations("promises.limits");
  const names = useTranslations("auth.roles");
  const ui = useTranslations("ui");
  const say = useMoney();
  const { me, agents } = useDesk();
  const { busy, failed, save } = useSave();
  const settable = limits.roles.filter(
    ({ role }) => role !== "admin" && role !== "owner" && role !== ownRole,
  );
  const [whose, setWhose] = useState<string>(settable[0]?.role ?? "");
  const [amount, setAmount] = useState("");
  const { currency } = limits;
  const { minor, problem } = useAmount()(amount, currency);
  const money = (amountMinor: number | null) =>
    amountMinor === null ? t("noLimit") : say(amountMinor, currency);

  /** Whom a line is about, their name, and what is set for them: null where nothing is. */
  function lineOf(id: string) {
    const role = limits.roles.find((one) => one.role === id);
    if (role) {
      const isSet = role.isSet ? role.amountMinor : null;
      const name = names.has(role.role) ? names(role.role) : role.role;
      return { whose: { role: role.role }, name, isSet, now: money(role.amountMinor) };
    }
    const isSet = limits.people.find(({ agentId }) => agentId === id)?.amountMinor ?? null;
    const name = agents.find((one) => one.id === id)?.name ?? "";
    return { whose: { agentId: id }, name, isSet, now: isSet === null ? t("ofRole") : money(isSet) };
  }

  /** Sets a limit, or with null takes it away, says what it does, and offers the way back. */
  async function set(id: string, to: number | null, said: string) {
    const { whose: of, isSet } = lineOf(id);
    return save(() => setGestureLimit(of, currency, to), {
      said,
      undo: { label: ui("undo"), run: () => setGestureLimit(of, currency, isSet) },
    });
  }

  const chosen = lineOf(whose);
  const change = minor === null ? null : { name: chosen.name, from: chosen.now, to: money(minor) };

  return (
    <div className="flex flex-col gap-6">
      <dl className="grid max-w-110 grid-cols-[1fr_auto_auto] items-center gap-x-4 gap-y-2">
        {limits.roles.map(({ role, amountMinor, usualMinor, isSet }) => (
          <div key={role} className="contents">
            <dt>{names.has(role) ? names(role) : role}</dt>
            <dd className="text-right tabular-nums">{money(amountMinor)}</dd>
            <dd className="text-ink-3 type-meta">
              {!isSet ? (
                t("usual")
              ) : settable.some((one) => one.role === role) ? (
                <Button
                  look="plain"
                  disabled={busy}
                  onClick={() =>
                    void set(role, null, t("again", { name: lineOf(role).name, to: money(usualMinor) }))
                  }
                >
                  {t("shipped", { sum: money(usualMinor) })}
                </Button>
              ) : (
                t("set")
              )}
            </dd>
          </div>
        ))}
        {limits.people.map(({ agentId, name, amountMinor }) => (
          <div key={agentId} className="contents">
            <dt>{name}</dt>
            <dd className="text-right tabular-nums">{money(amountMinor)}</dd>
            <dd>
              {agentId === me.id ? null : (
                <Button
                  look="plain"
                  disabled={busy}
                  onClick={() => void set(agentId, null, t("removed", { name }))}
                >
                  {t("remove")}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <form
        className="flex max-w-110 flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (minor !== null && change && !busy)
            void set(whose, minor, t("saved", change)).then((isDone) => {
              if (isDone) setAmount("");
            });
        }}
      >
        <Select
          label={t("whose")}
          value={whose}
          onChange={(event) => setWhose(event.target.value)}
          options={[
            ...settable.map(({ role }) => ({ value: role, label: names.has(role) ? names(role) : role })),
            ...agents.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <div aria-live="polite">
          <TextField
            label={t("amount", { currency })}
            inputMode="decimal"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
            hint={
              change
                ? t(minor === 0 ? "changeToNothing" : "change", change)
                : limits.mostMinor === null
                  ? t("hint")
                  : t("hintMost", { sum: money(limits.mostMinor) })
            }
            error={problem ?? failed ?? undefined}
          />
        </div>
        <div>
          <Button type="submit" look="accent" disabled={minor === null || busy}>
            {t("save")}
          </Button>
        </div>
      </form>
    </div>
  );
}
