"use client";

import { Copy } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Time } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { type Role, roles } from "@/db/enums";

import { outOfZone } from "./wall-clock";

type Open = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  endsAt: string | null;
  expiresAt: string;
};

/** Makes a link by which a colleague joins; it is shown once, to be passed on. */
export function Invite({
  teams,
  mayChooseNone,
  open,
  myRole,
}: {
  teams: Array<{ id: string; name: string }>;
  /** Managers invite into a team of theirs. */
  mayChooseNone: boolean;
  open: Open[];
  myRole: Role;
}) {
  const t = useTranslations("settings.people");
  const names = useTranslations("auth.roles");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const [teamId, setTeamId] = useState(teams[0]?.id ?? "");
  const [end, setEnd] = useState("");
  const zone = useTimeZone() ?? "UTC";
  const [link, setLink] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  // Nobody invites above their own role.
  const offered = roles.slice(roles.indexOf(myRole));

  async function invite(event: FormEvent) {
    event.preventDefault();
    setFailed(null);
    try {
      const made = await api("POST /invitations", {
        body: { email, role, teamId: teamId || null, endsAt: end ? outOfZone(end, zone) : null },
      });
      setLink(made.url);
      setEmail("");
      setEnd("");
      router.refresh();
    } catch (error) {
      setFailed(wordsOf(error));
    }
  }

  async function revoke(id: string) {
    try {
      await api("DELETE /invitations/{id}", { params: { id } });
      router.refresh();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <section className="mt-8 flex flex-col gap-4">
      <h3 className="type-zone">{t("invite")}</h3>
      <form onSubmit={invite} className="grid items-end gap-4 desk:grid-cols-2">
        <TextField
          label={t("email")}
          type="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Select
          label={t("role")}
          value={role}
          onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? "agent")}
          options={offered.map((one) => ({ value: one, label: names(one) }))}
        />
        <Select
          label={t("team")}
          value={teamId}
          onChange={(event) => setTeamId(event.target.value)}
          options={[
            ...(mayChooseNone ? [{ value: "", label: t("noTeam") }] : []),
            ...teams.map((team) => ({ value: team.id, label: team.name })),
          ]}
        />
        <TextField
          label={t("ends")}
          aside={ui("optional")}
          type="datetime-local"
          value={end}
          onChange={(event) => setEnd(event.target.value)}
        />
        <div>
          <Button type="submit" look="accent" size="medium">
            {t("makeLink")}
          </Button>
        </div>
      </form>
      <p role="alert" className="text-now empty:hidden">
        {failed}
      </p>
      {link ? (
        <div role="status" className="flex flex-wrap items-center gap-3 rounded-card bg-accent-soft p-4">
          <p className="w-full">{t("linkOnce")}</p>
          <code className="min-w-0 flex-1 break-all font-sans">{link}</code>
          <Button
            icon={Copy}
            onClick={() =>
              navigator.clipboard.writeText(link).then(
                () => toast({ tone: "done", text: t("copied"), seconds: 4 }),
                () => toast({ tone: "failed", text: t("notCopied") }),
              )
            }
          >
            {t("copy")}
          </Button>
        </div>
      ) : null}
      {open.length > 0 ? (
        <ul className="divide-y divide-line rounded-card border border-line">
          {open.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
              <span className="min-w-0 flex-1 truncate">{one.email}</span>
              <span className="text-ink-2 type-meta">
                {names(one.role)} · {t("linkUntil")} <Time at={one.expiresAt} />
                {one.endsAt ? (
                  <>
                    {" "}
                    · {t("until")} <Time at={one.endsAt} />
                  </>
                ) : null}
              </span>
              <Button look="plain" onClick={() => revoke(one.id)}>
                {t("revoke")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
