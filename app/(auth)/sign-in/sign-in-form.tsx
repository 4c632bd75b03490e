"use client";

import { KeyRound } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { csrfToken, enter } from "./enter";

/** Address and password, and the organisation's own sign-in where there is one. */
export function SignInForm({
  goal,
  oidc,
  failed: before,
}: {
  goal: string;
  oidc: boolean;
  failed: string | null;
}) {
  const t = useTranslations("auth.signIn");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(
    before === null ? null : t(before === "oidc.unknown" ? "unknown" : "failed"),
  );

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailed(null);
    try {
      const fields = { email: String(form.get("email")), password: String(form.get("password")) };
      await enter("credentials", fields, t("failed"));
      location.assign(goal);
    } catch (error) {
      setBusy(false);
      setFailed(error instanceof Error ? error.message : t("failed"));
    }
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <TextField label={t("email")} name="email" type="email" autoComplete="username" required autoFocus />
      <TextField
        label={t("password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <p role="alert" className="text-now empty:hidden">
        {failed}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {t("enter")}
        </Button>
        {oidc ? (
          <Button size="medium" icon={KeyRound} disabled={busy} onClick={() => void leaveForIssuer(goal)}>
            {t("oidc")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** next-auth starts the way to the issuer only from a POST, so that no link can start it. */
async function leaveForIssuer(goal: string) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/api/auth/signin/oidc";
  for (const [name, value] of Object.entries({ csrfToken: await csrfToken(), callbackUrl: goal })) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
