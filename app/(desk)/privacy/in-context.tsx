"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useDesk } from "@/app/(desk)/desk";
import { ask } from "@/app/(desk)/triage/ask-desk";
import type { ConversationView } from "@/lib/conversations/types";
import { Steps } from "./steps";
import { privacyKey, useRequest } from "./use-request";

/** The steps of a request, or the offer to make one of what reads like it. Nothing becomes one by itself. */
export function PrivacyInContext({ view }: { view: ConversationView }) {
  const t = useTranslations("privacy");
  const { me } = useDesk();
  const client = useQueryClient();
  const about = useRequest(view.row.id, view.row.version);
  const [declined, setDeclined] = useState<string | null>(null);
  if (about?.request) return <Steps request={about.request} />;
  const { offered } = about ?? {};
  if (!offered || !me.canTriage || declined === view.row.id) return null;

  async function accept() {
    if (!offered) return;
    await api("PUT /conversations/{id}/privacy", {
      params: { id: view.row.id },
      body: { kind: offered.kind },
    }).catch(() => ask("dialog", { name: "privacy", row: { ...view.row, readAt: null } }));
    void client.invalidateQueries({ queryKey: privacyKey });
  }

  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 rounded-row bg-sunken px-3 py-2">
      <p className="flex items-start gap-2.5">
        <Icon of={Scale} size={15} className="mt-0.5 shrink-0 text-ink-2" />
        <span>{t("offer", { words: offered.words })}</span>
      </p>
      <p className="flex gap-2">
        <Button onClick={() => void accept()}>{t("offerYes")}</Button>
        <Button look="plain" onClick={() => setDeclined(view.row.id)}>
          {t("offerNo")}
        </Button>
      </p>
    </section>
  );
}
