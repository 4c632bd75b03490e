"use client";

import { type FormEvent, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { enter } from "@/app/(auth)/sign-in/enter";
import { languages } from "@/db/enums";

/** A name and a password, and the desk opens. */
export function InvitationForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("auth.invitation");
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("password"));
    setBusy(true);
    setFailed(null);
    try {
      const language = languages.find((one) => locale.startsWith(one)) ?? "en";
      await api("POST /invitations/accept", {
        body: { token, name: String(form.get("name")), password, language },
      });
      await enter("credentials", { email, password }, t("signInYourself"));
      location.assign("/queue");
    } catch (error) {
      setBusy(false);
      setFailed(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <TextField label={t("name")} name="name" required autoComplete="name" autoFocus />
      <TextField
        label={t("password")}
        hint={t("passwordHint")}
        name="password"
        type="password"
        minLength={10}
        required
        autoComplete="new-password"
      />
      <p role="alert" className="text-now empty:hidden">
        {failed}
      </p>
      <div>
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {t("join")}
        </Button>
      </div>
    </form>
  );
}
