"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { useDesk } from "@/app/(desk)/desk";
import { setGestureLimit } from "@/app/(desk)/promises/calls";
import { useSave } from "@/app/(desk)/settings/use-save";
import { type Role, roles } from "@/db/enums";
import type { Limits } from "@/lib/gestures/set-limit";

/** What holds, and one line to set another limit for a role or a person. */
export function LimitForm({ limits, ownRole }: { limits: Limits; ownRole: Role }) {
  const t = useTranslations("promises.limits");
  const names = useTranslations("auth.roles");
  const format = useFormatter();
  const { me, agents } = useDesk();
  const { busy, failed, save } = useSave();
  const settable = limits.roles.filter(
    ({ role }) => role !== "admin" && role !== "owner" && role !== ownRole,
  );
  const [whose, setWhose] = useState<string>(settable[0]?.role ?? "");
  const [amount, setAmount] = useState("");
  const { currency } = limits;
  const value = Number(amount.trim().replace(",", "."));
  const isReady = amount.trim() !== "" && Number.isFinite(value) && value >= 0 && !busy;
  const money = (minor: number | null) =>
    minor === null ? t("noLimit") : format.number(minor / 100, { style: "currency", currency });

  function ofWhom(id: string) {
    const role = roles.find((one) => one === id);
    return role ? { role } : { agentId: id };
  }

  return (
    <div className="flex flex-col gap-6">
      <dl className="grid max-w-110 grid-cols-[1fr_auto_auto] items-center gap-x-4 gap-y-2">
        {limits.roles.map(({ role, amountMinor, isSet }) => (
          <div key={role} className="contents">
            <dt>{names.has(role) ? names(role) : role}</dt>
            <dd className="text-right tabular-nums">{money(amountMinor)}</dd>
            <dd className="text-ink-3 type-meta">{isSet ? t("set") : t("usual")}</dd>
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
                  onClick={() =>
                    void save(() => setGestureLimit({ agentId }, currency, null), {
                      said: t("removed", { name }),
                    })
                  }
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
          if (isReady)
            void save(() => setGestureLimit(ofWhom(whose), currency, Math.round(value * 100)), {
              said: t("saved"),
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
        <TextField
          label={t("amount", { currency })}
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
          hint={limits.mostMinor === null ? t("hint") : t("hintMost", { sum: money(limits.mostMinor) })}
          error={failed ?? undefined}
        />
        <div>
          <Button type="submit" look="accent" disabled={!isReady}>
            {t("save")}
          </Button>
        </div>
      </form>
    </div>
  );
}
