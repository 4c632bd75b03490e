"use client";

import { type FormEvent, useEffect, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Steps } from "@/app/_ui/progress";
import { Switch } from "@/app/_ui/switch";
import { rememberLanguage } from "@/app/(auth)/language-choice";
import { enter } from "@/app/(auth)/sign-in/enter";
import { WeekFields } from "@/app/(desk)/settings/schedules/week-fields";
import { usualWeek, type Week } from "@/app/(desk)/settings/schedules/weekdays";
import { languages } from "@/db/enums";

const steps = 3;

/** Three steps: who owns this installation, where and in which language it lives, and when somebody is there. */
export function SetupForm({ token, zones }: { token: string; zones: string[] }) {
  const t = useTranslations("auth.setup");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const [step, setStep] = useState(1);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [fields, setFields] = useState({
    token,
    name: "",
    email: "",
    password: "",
    organisationName: "",
    language: locale.slice(0, 2),
    zone: "Europe/Paris",
  });
  const [week, setWeek] = useState<Week | null>(usualWeek);
  const set = (name: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields((before) => ({ ...before, [name]: event.target.value }));

  // The browser knows its own zone, the server does not.
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones.includes(zone)) setFields((before) => ({ ...before, zone }));
  }, [zones]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (step < steps) return setStep(step + 1);
    setBusy(true);
    setFailed(null);
    try {
      const language = languages.find((one) => one === fields.language) ?? "en";
      await api("POST /setup", { body: { ...fields, language, week } });
      rememberLanguage(language);
      await enter("credentials", { email: fields.email, password: fields.password }, t("signInYourself"));
      location.assign("/settings/channels");
    } catch (error) {
      setBusy(false);
      setFailed(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <p className="text-ink-2">{t("step", { at: step, of: steps })}</p>
        <Steps at={step} of={steps} label={t("step", { at: step, of: steps })} />
      </div>
      {step === 1 ? (
        <>
          <TextField
            label={t("token")}
            hint={t("tokenHint")}
            value={fields.token}
            onChange={set("token")}
            required
            autoComplete="off"
          />
          <TextField
            label={t("name")}
            value={fields.name}
            onChange={set("name")}
            required
            autoComplete="name"
          />
          <TextField
            label={t("email")}
            type="email"
            value={fields.email}
            onChange={set("email")}
            required
            autoComplete="username"
          />
          <TextField
            label={t("password")}
            hint={t("passwordHint")}
            type="password"
            value={fields.password}
            onChange={set("password")}
            minLength={10}
            required
            autoComplete="new-password"
          />
        </>
      ) : step === 2 ? (
        <>
          <TextField
            label={t("organisation")}
            value={fields.organisationName}
            onChange={set("organisationName")}
            required
            autoComplete="organization"
          />
          <Select
            label={t("language")}
            value={fields.language}
            onChange={set("language")}
            options={languages.map((language) => ({ value: language, label: ui(`language.${language}`) }))}
          />
          <Select
            label={t("zone")}
            hint={t("zoneHint")}
            value={fields.zone}
            onChange={set("zone")}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
        </>
      ) : (
        <>
          <div>
            <h2 className="mb-1 type-zone">{t("hoursTitle")}</h2>
            <p className="text-ink-2">{t("hoursHint")}</p>
          </div>
          <Switch
            label={t("always")}
            checked={week === null}
            onChange={(isAlways) => setWeek(isAlways ? null : usualWeek)}
          />
          {week ? <WeekFields week={week} onChange={setWeek} /> : null}
        </>
      )}
      <p role="alert" className="text-now empty:hidden">
        {failed}
      </p>
      <div className="flex gap-3">
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {t(step < steps ? "next" : "finish")}
        </Button>
        {step > 1 ? (
          <Button size="medium" disabled={busy} onClick={() => setStep(step - 1)}>
            {ui("back")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
