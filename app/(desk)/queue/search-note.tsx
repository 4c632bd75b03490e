"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Icon } from "@/app/_ui/icon";
import { listTags } from "@/app/(desk)/calls";
import { useGo } from "@/app/(desk)/place";
import type { ViewName } from "@/lib/conversations/types";
import { nameProblems } from "@/lib/filter/names";
import { type FilterProblem, parseFilter } from "@/lib/filter/parse";
import { useReader } from "./use-reader";

/** What of a filter was not understood, in plain words, and where it was looked. */
export function SearchNote({ q, view }: { q: string; view: ViewName }) {
  const t = useTranslations("queue.filter");
  const names = useTranslations("desk.views");
  const go = useGo();
  const reader = useReader();
  const filter = parseFilter(q);
  const { data: tags } = useQuery({
    queryKey: held.tags,
    queryFn: listTags,
    enabled: filter.terms.some((term) => term.key === "tag"),
    refetchOnMount: "always",
  });
  const problems: FilterProblem[] = [
    ...filter.problems,
    ...nameProblems(filter, reader, tags ? new Set(tags) : null),
  ];

  return (
    <div className="flex flex-col gap-1 px-1 pt-1.5 type-meta empty:hidden">
      {problems.map((problem) => (
        <p
          key={`${problem.code} ${problem.key} ${problem.value}`}
          role="status"
          className="flex gap-1.5 text-today"
        >
          <Icon of={TriangleAlert} size={14} className="mt-px shrink-0" />
          {t(`problems.${problem.code}`, { key: problem.key, value: problem.value })}
        </p>
      ))}
      {filter.text.length > 0 ? (
        <p className="text-ink-3">
          {view === "all" ? t("everywhere") : t("within", { view: names(view) })}{" "}
          <button
            type="button"
            className="text-accent hover:underline"
            onClick={() => go({ view: view === "all" ? "queue" : "all" })}
          >
            {view === "all" ? t("onlyOpen") : t("lookEverywhere")}
          </button>
        </p>
      ) : null}
    </div>
  );
}
