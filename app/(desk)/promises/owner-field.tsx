"use client";

import { useTranslations } from "use-intl";
import { Select } from "@/app/_ui/field";
import { useDesk } from "@/app/(desk)/desk";
import type { Owner } from "@/lib/commitments/owner";

/** Who keeps it: me, a colleague, or `outside` for somebody without a desk, whom only a senior may name. */
export function OwnerField({ value, onChange }: { value: string; onChange(who: string): void }) {
  const t = useTranslations("promises");
  const { me, agents } = useDesk();
  return (
    <Select
      label={t("owner")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: me.id, label: t("me", { name: me.name }) },
        ...agents.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
        ...(me.role === "junior" ? [] : [{ value: "outside", label: t("outside") }]),
      ]}
      {...(me.role === "junior" ? { hint: t("outsideBySenior") } : {})}
    />
  );
}

/** Null while nobody can be told. */
export function ownerOf(who: string, address: string): Owner | null {
  if (who !== "outside") return { kind: "agent", agentId: who };
  return /^\S+@\S+\.\S+$/.test(address.trim())
    ? { kind: "outside", address: address.trim(), name: null }
    : null;
}
