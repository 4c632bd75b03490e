"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Ban, CircleQuestionMark, Clock, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { cancelDelivery, confirmSent, retryDelivery } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { DeliveryView, MessageView } from "@/lib/conversations/types";

/** Where a reply is on its way. Silence means that it arrived; anything else says so, with what can be done. */
export function Delivery({
  message,
  delivery,
  conversationId,
}: {
  message: MessageView;
  delivery: DeliveryView;
  conversationId: string;
}) {
  const t = useTranslations("conversation.delivery");
  const errors = useTranslations("channels.errors");
  const client = useQueryClient();
  const { me } = useDesk();
  const [busy, setBusy] = useState(false);

  async function run(call: (id: string) => Promise<unknown>) {
    setBusy(true);
    try {
      await call(delivery.id);
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: held.conversation(conversationId) });
    }
  }

  switch (delivery.state) {
    case "sent":
      return delivery.refused.length === 0 ? null : (
        <Line icon={<Icon of={TriangleAlert} size={14} />} tone="text-now">
          {t("refused", { people: delivery.refused.join(", ") })}
        </Line>
      );
    case "queued":
      return (
        <Line icon={<Icon of={Clock} size={14} />} tone="text-ink-2">
          {delivery.failure ? t("retrying", { reason: reason(delivery) }) : t("queued")}{" "}
          <Time at={delivery.sendAfter} />
          {me.canReply && !message.isAutomatic ? (
            <button
              type="button"
              disabled={busy}
              onClick={() => run(cancelDelivery)}
              className="font-medium text-accent hover:underline"
            >
              {t("takeBack")}
            </button>
          ) : null}
        </Line>
      );
    case "sending":
      return (
        <Line icon={<Icon of={Clock} size={14} />} tone="text-ink-2">
          {t("sending")}
        </Line>
      );
    case "cancelled":
      return (
        <Line icon={<Icon of={Ban} size={14} />} tone="text-ink-3">
          {t("cancelled")}
        </Line>
      );
    case "failed":
      return (
        <Line icon={<Icon of={TriangleAlert} size={14} />} tone="text-now">
          {t("failed", { reason: reason(delivery) })}
          {me.canReply ? (
            <Button look="danger" disabled={busy} onClick={() => run(retryDelivery)}>
              {t("retry")}
            </Button>
          ) : null}
        </Line>
      );
    case "unknown":
      return (
        <Line icon={<Icon of={CircleQuestionMark} size={14} />} tone="text-now">
          {t("unknown")}
          {me.canReply ? (
            <>
              <Button disabled={busy} onClick={() => run(confirmSent)}>
                {t("itArrived")}
              </Button>
              <Button look="danger" disabled={busy} onClick={() => run(retryDelivery)}>
                {t("sendAgain")}
              </Button>
            </>
          ) : null}
        </Line>
      );
  }

  function reason({ failure }: DeliveryView): string {
    if (!failure) return t("noReason");
    return errors.has(failure.code) ? errors(failure.code, failure.params) : failure.code;
  }
}

function Line({ icon, tone, children }: { icon: ReactNode; tone: string; children: ReactNode }) {
  return (
    <p className={`flex flex-wrap items-center gap-2 type-meta ${tone}`}>
      {icon}
      {children}
    </p>
  );
}
