"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";

/** Leads to the other side's own page, which comes back here once it has given access. */
export function SignInButton({ channelId, name }: { channelId: string; name: string }) {
  const t = useTranslations("settings.channels.signIn");
  const [busy, setBusy] = useState(false);

  async function leave() {
    setBusy(true);
    try {
      const { url } = await api("POST /channels/{id}/sign-in", { params: { id: channelId } });
      location.assign(url);
    } catch (error) {
      setBusy(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <div className="mb-5 flex flex-wrap items-center gap-3">
      <Button type="button" disabled={busy} onClick={leave}>
        {t("button", { name })}
      </Button>
      <span className="text-ink-2 type-meta">{t("hint")}</span>
    </div>
  );
}
