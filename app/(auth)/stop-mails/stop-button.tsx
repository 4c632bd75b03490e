"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";

/** Ends the mails of the person whom the link was made for. */
export function StopButton({ token }: { token: string }) {
  const t = useTranslations("auth.stopMails");
  const [state, setState] = useState<"asked" | "busy" | "stopped" | "unknown" | "failed">("asked");

  async function stop() {
    setState("busy");
    try {
      const { isStopped } = await api("POST /notifications/stop", { query: { token } });
      setState(isStopped ? "stopped" : "unknown");
    } catch {
      setState("failed");
    }
  }

  return (
    <div className="flex flex-col items-start gap-4">
      {state === "stopped" ? null : (
        <Button look="accent" size="medium" disabled={state === "busy"} onClick={() => void stop()}>
          {t("stop")}
        </Button>
      )}
      <p role="status" className={state === "stopped" ? "" : "text-now"}>
        {state === "stopped" || state === "unknown" || state === "failed" ? t(state) : null}
      </p>
    </div>
  );
}
