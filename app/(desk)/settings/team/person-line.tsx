"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { type Role, roles } from "@/db/enums";

type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  title: string | null;
  deactivatedAt: string | null;
};

/** One colleague: who, in which teams, with which role. */
export function PersonLine({
  person,
  teams,
  mayEdit,
}: {
  person: Person;
  teams: string[];
  mayEdit: boolean;
}) {
  const t = useTranslations("settings.team");
  const names = useTranslations("auth.roles");
  const router = useRouter();
  const params = { id: person.id };

  async function run(call: () => Promise<unknown>) {
    try {
      await call();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
    router.refresh();
  }

  return (
    <div className="flex flex-wrap items-center gap-3 px-4 py-2.5">
      <Avatar name={person.name} of="agent" size={28} />
      <div className="min-w-0 flex-1">
        <p className={`truncate font-medium ${person.deactivatedAt ? "text-ink-3" : ""}`}>{person.name}</p>
        <p className="truncate text-ink-2 type-meta">
          {[person.title, person.email, teams.join(", ")].filter(Boolean).join(" · ")}
        </p>
      </div>
      {person.deactivatedAt ? (
        <>
          <span className="text-ink-3">{t("deactivated")}</span>
          {mayEdit ? (
            <Button onClick={() => run(() => api("POST /agents/{id}/reactivate", { params }))}>
              {t("reactivate")}
            </Button>
          ) : null}
        </>
      ) : mayEdit ? (
        <>
          <select
            aria-label={t("roleOf", { name: person.name })}
            value={person.role}
            onChange={(event) => {
              const role = roles.find((one) => one === event.target.value);
              if (role) void run(() => api("PATCH /agents/{id}", { params, body: { role } }));
            }}
            className="h-7 rounded-control border border-line-strong bg-surface px-1.5 max-desk:h-11"
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {names(role)}
              </option>
            ))}
          </select>
          <Button look="plain" onClick={() => run(() => api("POST /agents/{id}/deactivate", { params }))}>
            {t("deactivate")}
          </Button>
        </>
      ) : (
        <span className="text-ink-2">{names(person.role)}</span>
      )}
    </div>
  );
}
