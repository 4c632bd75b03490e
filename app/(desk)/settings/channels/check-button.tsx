"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";

const PATIENCE_MS = 40_000;

/** Asks the other side now, and says what it said. */
export function CheckButton({ channelId }: { channelId: string }) {
  const t = useTranslations("settings.channels");
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function check() {
    setBusy(true);
    try {
      const { failure } = await api("POST /channels/{id}/check", {
        params: { id: channelId },
        timeoutMs: PATIENCE_MS,
      });
      if (failure) toast({ tone: "failed", text: failure.message });
      else toast({ tone: "done", text: t("works"), seconds: 5 });
      router.refresh();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button disabled={busy} onClick={check}>
      {t(busy ? "testing" : "test")}
    </Button>
  );
}
