"use client";

import { useLocale, useTranslations } from "use-intl";
import type { Conditions, RuleAction } from "@/lib/moderation/rule";
import type { Places } from "./edit-rule";

/** A rule in words: what it looks for, and what it does. */
export function useRuleWords(places: Places) {
  const t = useTranslations("settings.rules.say");
  const language = useLocale();
  const any = new Intl.ListFormat(language, { type: "disjunction" });
  const nameOf = (list: Places["channels"], id: string) =>
    list.find((one) => one.id === id)?.name ?? t("gone");
  return {
    conditions(c: Conditions): string {
      return [
        ...(c.words.length > 0
          ? [
              t("words", {
                list: any.format(c.words.slice(0, 5).map((word) => t("word", { word }))),
                more: Math.max(0, c.words.length - 5),
              }),
            ]
          : []),
        ...(c.authors.length > 0
          ? [
              t("authors", {
                list: any.format(c.authors.slice(0, 5)),
                more: Math.max(0, c.authors.length - 5),
              }),
            ]
          : []),
        ...(c.channelIds.length > 0
          ? [t("channels", { list: any.format(c.channelIds.map((id) => nameOf(places.channels, id))) })]
          : []),
        ...(c.reach === "any" ? [] : [t(c.reach)]),
        ...(c.hasLink ? [t("hasLink")] : []),
        ...(c.mentionsOver === null ? [] : [t("mentionsOver", { count: c.mentionsOver })]),
        ...(c.isNewAuthor ? [t("isNewAuthor")] : []),
      ].join(", ");
    },
    actions(list: readonly RuleAction[]): string {
      return list
        .map((action) => {
          if (action.kind === "tag") return t("tag", { name: action.name });
          if (action.kind === "assign") return t("assign", { team: nameOf(places.teams, action.teamId) });
          return t(action.kind);
        })
        .join(", ");
    },
  };
}
