"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ChannelView } from "@/lib/channels/list-channels";

/** Pause, run again, take away. */
export function ChannelSwitches({ channel }: { channel: ChannelView }) {
  const t = useTranslations("settings.channels");
  const router = useRouter();
  const [sure, setSure] = useState(false);
  const isPaused = channel.health.state === "paused";
  const params = { id: channel.id };

  async function run(call: () => Promise<unknown>, to: string | null) {
    try {
      await call();
      if (to) router.push(to);
      router.refresh();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <div className="mt-8 flex flex-wrap items-center gap-3 border-line border-t pt-5">
      <Button
        onClick={() =>
          run(
            () => api("PATCH /channels/{id}", { params, body: { state: isPaused ? "running" : "paused" } }),
            null,
          )
        }
      >
        {t(isPaused ? "run" : "pause")}
      </Button>
      {sure ? (
        <Button
          look="danger"
          onClick={() => run(() => api("DELETE /channels/{id}", { params }), "/settings/channels")}
        >
          {t("deleteSure")}
        </Button>
      ) : (
        <Button look="plain" onClick={() => setSure(true)}>
          {t("delete")}
        </Button>
      )}
      <span className="text-ink-3 type-meta">{t("deleteHint")}</span>
    </div>
  );
}
