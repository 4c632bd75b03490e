"use client";

import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { lazy } from "@/app/_ui/lazy";
import { Time } from "@/app/_ui/time";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Role } from "@/db/enums";

const PersonForm = lazy(async () => ({ default: (await import("./person-form")).PersonForm }));

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  title: string | null;
  teamIds: string[];
  endsAt: string | null;
  scheduleId: string | null;
  deactivatedAt: string | null;
};

/** One colleague: who, in which teams, with which role, and until when. */
export function PersonLine({
  person,
  teams,
  schedules,
  offered,
  mayEdit,
}: {
  person: Person;
  teams: Array<{ id: string; name: string }>;
  schedules: Array<{ id: string; name: string }>;
  /** Roles that I may hand out. */
  offered: readonly Role[];
  mayEdit: boolean;
}) {
  const t = useTranslations("settings.people");
  const names = useTranslations("auth.roles");
  const ui = useTranslations("ui");
  const { busy, failed, save } = useSave();
  const [isOpen, setOpen] = useState(false);
  const params = { id: person.id };
  const inTeams = teams.filter(({ id }) => person.teamIds.includes(id)).map(({ name }) => name);

  return (
    <div className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-3">
        <Avatar name={person.name} of="agent" size={28} />
        <div className="min-w-0 flex-1">
          <p className={`truncate font-medium ${person.deactivatedAt ? "text-ink-3" : ""}`}>{person.name}</p>
          <p className="truncate text-ink-2 type-meta">
            {[person.title, person.email, inTeams.join(", ")].filter(Boolean).join(" · ")}
          </p>
        </div>
        {person.endsAt && !person.deactivatedAt ? (
          <span className="text-today type-meta">
            {t("until")} <Time at={person.endsAt} />
          </span>
        ) : null}
        <span className={person.deactivatedAt ? "text-ink-3" : "text-ink-2"}>
          {person.deactivatedAt ? t("deactivated") : names(person.role)}
        </span>
        {mayEdit && person.deactivatedAt ? (
          <Button
            disabled={busy}
            onClick={() =>
              void save(() => api("POST /agents/{id}/reactivate", { params }), {
                said: t("back", { name: person.name }),
              })
            }
          >
            {t("reactivate")}
          </Button>
        ) : null}
        {mayEdit && !person.deactivatedAt ? (
          <Button
            aria-expanded={isOpen}
            aria-label={t("edit", { name: person.name })}
            onClick={() => setOpen((before) => !before)}
          >
            {t("change")}
          </Button>
        ) : null}
      </div>
      <FailedLine text={failed} />
      {isOpen ? (
        <Suspense fallback={<p className="py-3 text-ink-3">{ui("loading")}</p>}>
          <PersonForm
            person={person}
            teams={teams}
            schedules={schedules}
            offered={offered}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
