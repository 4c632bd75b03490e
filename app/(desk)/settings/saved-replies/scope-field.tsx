"use client";

import { useTranslations } from "use-intl";
import { Select } from "@/app/_ui/field";
import { useDesk } from "@/app/(desk)/desk";
import type { Person } from "@/lib/conversations/types";
import type { Scope } from "@/lib/saved-replies/scope";

/** Whose it is: mine, one of my teams', a brand's, everybody's. */
export function ScopeField({
  scope,
  brands,
  onChange,
}: {
  scope: Scope;
  brands: Person[];
  onChange(scope: Scope): void;
}) {
  const t = useTranslations("settings.scope");
  const { me, teams } = useDesk();
  const mine = teams.filter((team) => me.teamIds.includes(team.id) || idOf(scope) === `team ${team.id}`);
  return (
    <Select
      label={t("label")}
      value={idOf(scope)}
      onChange={(event) => onChange(scopeOf(event.target.value))}
      options={[
        { value: "me", label: t("me") },
        ...mine.map((team) => ({ value: `team ${team.id}`, label: t("team", { team: team.name }) })),
        ...brands.map((brand) => ({ value: `brand ${brand.id}`, label: t("brand", { brand: brand.name }) })),
        { value: "everybody", label: t("everybody") },
      ]}
    />
  );
}

/** The same in a few words, for a line of a list. */
export function useScopeWords(brands: Person[]): (scope: Scope) => string {
  const t = useTranslations("settings.scope");
  const { teams } = useDesk();
  return (scope) => {
    switch (scope.for) {
      case "me":
      case "everybody":
        return t(scope.for);
      case "team":
        return t("team", { team: teams.find((team) => team.id === scope.teamId)?.name ?? "" });
      case "brand":
        return t("brand", { brand: brands.find((brand) => brand.id === scope.brandId)?.name ?? "" });
    }
  };
}

function idOf(scope: Scope): string {
  if (scope.for === "team") return `team ${scope.teamId}`;
  return scope.for === "brand" ? `brand ${scope.brandId}` : scope.for;
}

function scopeOf(value: string): Scope {
  const [kind, id = ""] = value.split(" ");
  if (kind === "team") return { for: "team", teamId: id };
  if (kind === "brand") return { for: "brand", brandId: id };
  return { for: kind === "me" ? "me" : "everybody" };
}
