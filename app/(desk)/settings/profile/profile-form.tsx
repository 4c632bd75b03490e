"use client";

import { Keyboard, LogOut } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { stopWorker } from "@/app/_shell/app-worker";
import { Button, buttonClass } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Switch } from "@/app/_ui/switch";
import { toast } from "@/app/_ui/toast";
import { zoneName } from "@/app/_ui/zone-name";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import {
  type AfterResolve,
  afterResolves,
  type Density,
  densities,
  type Language,
  languages,
  type Theme,
  themes,
} from "@/db/enums";
import { Part } from "./part";
import { rememberInBrowser, setTheme } from "./set-theme";
import { useKeep } from "./use-keep";

/** My own settings; each is kept as soon as it is changed, words when the field is left. */
export function ProfileForm({
  profile,
  language,
  theme,
  houseZone,
}: {
  profile: {
    name: string;
    zone: string | null;
    density: Density;
    afterResolve: AfterResolve;
    hasKeys: boolean;
    /** Their own working hours by name. */
    hours: string | null;
  };
  language: Language;
  theme: Theme;
  houseZone: string;
}) {
  const t = useTranslations("settings.profile");
  const ui = useTranslations("ui.language");
  const keep = useKeep();
  const [name, setName] = useState(profile.name);

  return (
    <>
      <Part title={t("parts.me")}>
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => name.trim() && name !== profile.name && keep({ name })}
        />
      </Part>
      <Part title={t("parts.language")}>
        <div className="grid gap-5 desk:grid-cols-2">
          <Select
            label={t("language")}
            value={language}
            onChange={(event) => {
              const chosen = languages.find((one) => one === event.target.value) ?? "en";
              rememberInBrowser("avant-language", chosen);
              void keep({ language: chosen });
            }}
            options={languages.map((one) => ({ value: one, label: ui(one) }))}
          />
          <ZoneSelect zone={profile.zone} houseZone={houseZone} onChange={(zone) => void keep({ zone })} />
        </div>
      </Part>
      <Part title={t("parts.look")}>
        <div className="grid gap-5 desk:grid-cols-2">
          <Select
            label={t("theme")}
            value={theme}
            onChange={(event) => {
              const chosen = themes.find((one) => one === event.target.value) ?? "auto";
              setTheme(chosen);
              void keep({ theme: chosen });
            }}
            options={themes.map((one) => ({ value: one, label: t(`themes.${one}`) }))}
          />
          <Select
            label={t("density")}
            hint={t("densityHint")}
            value={profile.density}
            onChange={(event) => {
              const chosen = densities.find((one) => one === event.target.value);
              if (chosen) void keep({ density: chosen });
            }}
            options={densities.map((one) => ({ value: one, label: t(`densities.${one}`) }))}
          />
        </div>
      </Part>
      <Part title={t("parts.work")}>
        <Select
          label={t("afterResolve")}
          value={profile.afterResolve}
          onChange={(event) => {
            const chosen = afterResolves.find((one) => one === event.target.value);
            if (chosen) void keep({ afterResolve: chosen });
          }}
          options={afterResolves.map((one) => ({ value: one, label: t(`afterResolves.${one}`) }))}
        />
        <p>
          <span className="font-medium type-row">{t("hours")}</span>
          <span className="block">{profile.hours ?? t("hoursOfTeams")}</span>
          <span className="block text-ink-3 type-meta">{t("hoursHint")}</span>
        </p>
        <Switch
          label={t("keys")}
          hint={t("keysHint")}
          checked={profile.hasKeys}
          onChange={(on) => void keep({ keys: on ? "on" : "off" })}
        />
        <div>
          <Go href="/settings/profile/keys" className={buttonClass("outline")}>
            <Icon of={Keyboard} size={15} />
            {t("chooseKeys")}
          </Go>
        </div>
      </Part>
    </>
  );
}

/** Signing out, here and everywhere else. */
export function SignOut() {
  const t = useTranslations("settings.profile");
  return (
    <div className="flex flex-wrap gap-3">
      <Button icon={LogOut} onClick={signOut}>
        {t("signOut")}
      </Button>
      <Button
        look="plain"
        onClick={() =>
          api("DELETE /me/other-sessions").then(
            () => toast({ tone: "done", text: t("othersEnded"), seconds: 5 }),
            (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
          )
        }
      >
        {t("signOutElsewhere")}
      </Button>
    </div>
  );
}

const HOUSE = "";

/** Every zone the browser knows, once it is there: the server may know others. */
function ZoneSelect({
  zone,
  houseZone,
  onChange,
}: {
  zone: string | null;
  houseZone: string;
  onChange(zone: string | null): void;
}) {
  const t = useTranslations("settings.profile");
  const [zones, setZones] = useState<string[]>(zone ? [zone] : []);
  useEffect(() => setZones(Intl.supportedValuesOf("timeZone")), []);
  return (
    <Select
      label={t("zone")}
      hint={t("zoneHint")}
      value={zone ?? HOUSE}
      onChange={(event) => onChange(event.target.value === HOUSE ? null : event.target.value)}
      options={[
        {
          value: HOUSE,
          label: t("houseZone", { zone: houseZone.split("/").at(-1)?.replaceAll("_", " ") ?? houseZone }),
        },
        ...(zone && !zones.includes(zone) ? [zone, ...zones] : zones).map((one) => ({
          value: one,
          label: zoneName(one),
        })),
      ]}
    />
  );
}

async function signOut() {
  // What a shared computer keeps of the app goes too.
  await stopWorker();
  await api("DELETE /me/session").catch(() => {});
  location.assign("/sign-in");
}
