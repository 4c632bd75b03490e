"use client";

import { useQuery } from "@tanstack/react-query";
import { Timer } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Dialog } from "@/app/_ui/dialog";
import { IconButton } from "@/app/_ui/icon-button";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { Counted } from "./counted";
import { useDueWords } from "./use-due-words";

/** Beside an answer of ours: how long the wait was that it ended, by both clocks, and what was counted. */
export function Waited({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const t = useTranslations("due");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Timer} size={14} label={t("waited.open")} onClick={() => setOpen(true)} />
      {isOpen ? (
        <WaitedDialog conversationId={conversationId} messageId={messageId} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

/** How long one wait was, by both clocks, which hours were counted, and whether it ended in time. */
export function WaitedDialog({
  conversationId,
  messageId,
  onClose,
}: {
  conversationId: string;
  messageId: string;
  onClose(): void;
}) {
  const t = useTranslations("due");
  const ui = useTranslations("ui");
  const { data, error } = useQuery({
    queryKey: ["waited", messageId],
    queryFn: () =>
      api("GET /conversations/{id}/messages/{messageId}/wait", {
        params: { id: conversationId, messageId },
      }),
    retry: false,
  });
  const { moment, lasts } = useDueWords(data && data.hours.of !== "nobody" ? data.hours.zone : null);
  return (
    <Dialog title={t("waited.title")} closeLabel={ui("close")} onClose={onClose}>
      {error ? (
        <p role="alert">{wordsOf(error)}</p>
      ) : !data ? (
        <p className="text-ink-3">{t("loading")}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <p className="type-zone">
            {t("sum", { business: lasts(data.businessSeconds), wall: lasts(data.wallSeconds) })}
          </p>
          <p>
            {t(`waited.${data.kind}`, { from: moment(data.since), to: moment(data.at) })}{" "}
            {data.dueAt === null ? null : (
              <span className={data.isLate ? "text-now" : ""}>
                {t(data.isLate ? "waited.late" : "waited.inTime", { at: moment(data.dueAt) })}
              </span>
            )}
          </p>
          <Counted of={data} />
        </div>
      )}
    </Dialog>
  );
}
