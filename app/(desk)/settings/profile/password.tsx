"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";

/** A new password, which ends every other sign-in. */
export function Password() {
  const t = useTranslations("settings.profile");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [failed, setFailed] = useState<string | undefined>();

  async function change(event: FormEvent) {
    event.preventDefault();
    setFailed(undefined);
    try {
      await api("PUT /me/password", { body: { current, next } });
      setCurrent("");
      setNext("");
      toast({ tone: "done", text: t("passwordChanged"), seconds: 6 });
    } catch (error) {
      setFailed(wordsOf(error));
    }
  }

  return (
    <form onSubmit={change} className="flex flex-col gap-4">
      <h4 className="font-medium">{t("password")}</h4>
      <div className="grid gap-4 desk:grid-cols-2">
        <TextField
          label={t("currentPassword")}
          type="password"
          autoComplete="current-password"
          required
          value={current}
          error={failed}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          label={t("nextPassword")}
          hint={t("passwordHint")}
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </div>
      <div>
        <Button type="submit" size="medium">
          {t("changePassword")}
        </Button>
      </div>
    </form>
  );
}
