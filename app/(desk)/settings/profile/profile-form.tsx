"use client";

import { LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextArea, TextField } from "@/app/_ui/field";
import { Switch } from "@/app/_ui/switch";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { type Language, languages } from "@/db/enums";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const YEAR_S = 31_536_000;

/** My own settings; each is kept as soon as it is changed, words when the field is left. */
export function ProfileForm({
  profile,
  language,
  theme,
}: {
  profile: { name: string; signature: string | null; hasKeys: boolean; awaySince: string | null };
  language: Language;
  theme: Theme;
}) {
  const t = useTranslations("settings.profile");
  const ui = useTranslations("ui.language");
  const router = useRouter();
  const [name, setName] = useState(profile.name);
  const [signature, setSignature] = useState(profile.signature ?? "");

  async function keep(change: Parameters<typeof patch>[0]) {
    try {
      await patch(change);
      router.refresh();
      toast({ tone: "done", text: t("kept"), seconds: 3 });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <div className="flex flex-col gap-5">
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => name.trim() && name !== profile.name && keep({ name })}
      />
      <div className="grid gap-5 desk:grid-cols-2">
        <Select
          label={t("language")}
          value={language}
          onChange={(event) => {
            const chosen = languages.find((one) => one === event.target.value) ?? "en";
            remember("avant-language", chosen);
            void keep({ language: chosen });
          }}
          options={languages.map((one) => ({ value: one, label: ui(one) }))}
        />
        <Select
          label={t("theme")}
          value={theme}
          onChange={(event) => {
            const chosen = themes.find((one) => one === event.target.value) ?? "auto";
            remember("avant-theme", chosen);
            if (chosen === "auto") delete document.documentElement.dataset.theme;
            else document.documentElement.dataset.theme = chosen;
            void keep({ theme: chosen });
          }}
          options={themes.map((one) => ({ value: one, label: t(`themes.${one}`) }))}
        />
      </div>
      <TextArea
        label={t("signature")}
        hint={t("signatureHint")}
        value={signature}
        onChange={(event) => setSignature(event.target.value)}
        onBlur={() => signature !== (profile.signature ?? "") && keep({ signature: signature || null })}
      />
      <Switch
        label={t("keys")}
        hint={t("keysHint")}
        checked={profile.hasKeys}
        onChange={(on) => void keep({ keys: on ? "on" : "off" })}
      />
      <Switch
        label={t("away")}
        hint={t("awayHint")}
        checked={profile.awaySince !== null}
        onChange={(away) => void keep({ away: away ? "away" : "here" })}
      />
      <div className="flex flex-wrap gap-3 border-line border-t pt-5">
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
    </div>
  );
}

function patch(body: {
  name?: string;
  language?: Language;
  theme?: Theme;
  keys?: "on" | "off";
  signature?: string | null;
  away?: "away" | "here";
}) {
  return api("PATCH /me", { body });
}

async function signOut() {
  await api("DELETE /me/session").catch(() => {});
  location.assign("/sign-in");
}

function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Firefox before 140.
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
