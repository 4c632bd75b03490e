"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Clock, Hourglass, Link2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { useMoment } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { cancelDelivery, closeOthers, type Later, withdrawHeld } from "@/app/(desk)/calls";
import { undo } from "@/app/(desk)/first-calls";
import { firstName } from "@/app/(desk)/queue/first-name";
import { useTriage } from "@/app/(desk)/triage/actions";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { AlsoOpen, ConversationView } from "@/lib/conversations/types";
import type { Mode } from "./modes";
import type { Underway } from "./sending";

type Sent = {
  messageId: string;
  state: "leaving" | "awaiting" | "scheduled";
  deliveryId: string | null;
  sendAfter: string | null;
  alsoOpen: AlsoOpen[];
};

const UNDO_SECONDS = 10;

/** What became of a reply, in words: on its way, with a colleague, for later; and what else it has answered. */
export function useSentOff(view: ConversationView) {
  const t = useTranslations("composer.sentOff");
  const ui = useTranslations("ui");
  const kinds = useTranslations("conversation.kinds");
  const client = useQueryClient();
  const triage = useTriage();
  const moment = useMoment();
  const { row } = view;
  const name = firstName(row.customerName);
  const failed = (error: unknown) => toast({ tone: "failed", text: wordsOf(error) });
  const look = () => client.invalidateQueries({ queryKey: held.conversation(row.id) });

  function offerToClose(others: readonly AlsoOpen[]) {
    const what = others
      .map((one) => `${kinds.has(one.channelKind) ? kinds(one.channelKind) : one.channelKind} #${one.number}`)
      .join(", ");
    toast({
      tone: "done",
      icon: Link2,
      text: t("alsoOpen", { name, what }),
      seconds: 20,
      action: { label: t("close", { count: others.length }), run: close },
    });

    function close() {
      const ids = others.map((one) => one.id);
      closeOthers(row.id, ids).then(({ eventIds }) => {
        const takeBack = () => void Promise.all(eventIds.map(undo)).then(look, failed);
        offerUndo(takeBack, UNDO_SECONDS);
        toast({
          tone: "done",
          text: t("closed", { count: eventIds.length, number: others[0]?.number ?? 0 }),
          seconds: UNDO_SECONDS,
          action: { label: ui("undo"), keys: "z", run: takeBack },
        });
        void look();
      }, failed);
    }
  }

  return {
    tell(
      sent: Sent,
      how: {
        mode: Mode;
        text: string;
        after: "stay" | "resolve";
        later: Later | null;
        onUnderway(underway: Underway): void;
      },
    ) {
      const { deliveryId, sendAfter } = sent;
      if (sent.state === "leaving" && deliveryId !== null && sendAfter !== null) {
        if (how.after === "resolve") {
          const seconds = Math.max(1, Math.round((Date.parse(sendAfter) - Date.now()) / 1000));
          triage.answered(row, () => void cancelDelivery(deliveryId).then(look, failed), seconds);
        } else {
          how.onUnderway({
            deliveryId,
            sendAfter,
            mode: how.mode,
            text: how.text,
            name: row.customerName,
            startedAt: Date.now(),
          });
          if (sent.alsoOpen.length > 0) offerToClose(sent.alsoOpen);
        }
        return;
      }
      const takeBack = () => void withdrawHeld(sent.messageId).then(look, failed);
      offerUndo(takeBack, UNDO_SECONDS);
      toast({
        tone: "done",
        icon: sent.state === "awaiting" ? Hourglass : Clock,
        text:
          sent.state === "awaiting"
            ? t("awaiting", { who: "nobody", name: "" })
            : t(how.later?.ifTheyWrite === "send" ? "scheduledAnyway" : "scheduled", {
                name,
                time: how.later ? moment(how.later.sendAt) : "",
              }),
        seconds: UNDO_SECONDS,
        action: { label: t("back"), keys: "z", run: takeBack },
      });
    },
  };
}
