"use client";

import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Icon } from "@/app/_ui/icon";
import type { Role } from "@/db/enums";
import { enter } from "./enter";

type DemoPerson = { id: string; name: string; role: Role; title: string | null };

/** The people of the sample, each one click away. */
export function DemoPeople({ people, goal }: { people: DemoPerson[]; goal: string }) {
  const t = useTranslations("auth.signIn");
  const roles = useTranslations("auth.roles");
  const [chosen, setChosen] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  async function choose(person: DemoPerson) {
    setChosen(person.id);
    setFailed(null);
    try {
      await enter("demo", { agentId: person.id }, t("failed"));
      location.assign(goal);
    } catch (error) {
      setChosen(null);
      setFailed(error instanceof Error ? error.message : t("failed"));
    }
  }

  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              disabled={chosen !== null}
              onClick={() => choose(person)}
              className="group flex min-h-16 w-full items-center gap-3 px-4 py-2.5 text-left transition-colors hover:bg-hover disabled:opacity-60"
            >
              <Avatar name={person.name} of="agent" size={36} />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="font-medium type-field">{person.name}</span>
                <span className="truncate text-ink-2">{person.title ?? roles(person.role)}</span>
              </span>
              <span className="text-right text-ink-2 max-desk:hidden">
                {chosen === person.id ? t("entering") : roles(`hints.${person.role}`)}
              </span>
              <Icon
                of={ArrowRight}
                size={18}
                className="text-accent opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
              />
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="mt-3 text-now empty:hidden">
        {failed}
      </p>
    </>
  );
}
