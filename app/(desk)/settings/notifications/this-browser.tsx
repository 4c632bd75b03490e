"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Switch } from "@/app/_ui/switch";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { dropPush, hasPush, takePush } from "./push";

type State = "unknown" | "impossible" | "denied" | "off" | "on";

/** Whether this very browser shows notifications of its own, also while the desk is closed. */
export function ThisBrowser({ publicKey }: { publicKey: string }) {
  const t = useTranslations("settings.notifications");
  const [state, setState] = useState<State>("unknown");

  useEffect(() => {
    void stateHere().then(setState);
  }, []);

  async function set(isOn: boolean) {
    setState(isOn ? "on" : "off");
    try {
      if (isOn) await api("POST /me/push-subscriptions", { body: await takePush(publicKey) });
      else {
        const endpoint = await dropPush();
        if (endpoint) await api("DELETE /me/push-subscriptions", { query: { endpoint } });
      }
      setState(await stateHere());
    } catch (error) {
      setState(await stateHere());
      if (Notification.permission !== "denied") toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  const hint =
    state === "unknown"
      ? t("pushHint")
      : state === "impossible" || state === "denied"
        ? t(state)
        : t("pushHint");
  return (
    <section className="rounded-card border border-line px-4 py-3">
      {state === "impossible" ? (
        <p className="text-ink-2">{t("impossible")}</p>
      ) : (
        <Switch label={t("push")} hint={hint} checked={state === "on"} onChange={(isOn) => void set(isOn)} />
      )}
    </section>
  );
}

async function stateHere(): Promise<State> {
  if (!isSecureContext || !("serviceWorker" in navigator) || !("PushManager" in window)) return "impossible";
  if (Notification.permission === "denied") return "denied";
  return (await hasPush()) ? "on" : "off";
}
