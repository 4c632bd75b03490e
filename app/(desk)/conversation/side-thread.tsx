"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Forward } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { toast } from "@/app/_ui/toast";
import { writeAside } from "@/app/(desk)/calls";
import { giveBack, useGivenBack } from "@/app/(desk)/composer/given-back";
import { takeBackSent } from "@/app/(desk)/composer/take-back";
import { useDesk } from "@/app/(desk)/desk";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ConversationView, MessageView } from "@/lib/conversations/types";
import { Message } from "./message";

/** A talk with a third party, in a frame of its own: the customer reads none of it, and no reply of theirs lands here. */
export function SideThread({ messages, view }: { messages: MessageView[]; view: ConversationView }) {
  const t = useTranslations("composer.side");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const { me } = useDesk();
  const [text, setText] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const id = messages[0]?.sideThreadId ?? "";
  const thread = view.sideThreads.find((one) => one.id === id);
  const people = thread?.participants.join(", ") ?? "";

  useGivenBack(id, (words) => setText((now) => (now?.trim() ? `${words.text}\n\n${now}` : words.text)));

  async function send() {
    if (!text?.trim()) return;
    const words = { to: [], subject: "", text: text.trim(), fileIds: [] };
    setBusy(true);
    try {
      const sent = await writeAside(id, words.text, []);
      const look = () => client.invalidateQueries({ queryKey: held.conversation(view.row.id) });
      const takeBack = () =>
        void takeBackSent(sent).then(() => {
          giveBack(id, words);
          void look();
        }, say);
      offerUndo(takeBack, 10);
      toast({
        tone: "done",
        text: t("send", { people }),
        seconds: 10,
        action: { label: ui("undo"), keys: "z", run: takeBack },
      });
      setText(null);
      void look();
    } catch (error) {
      say(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section
      aria-label={t("with", { people })}
      className="ml-9 rounded-card border-[1.5px] border-line-strong border-dotted max-desk:ml-0"
    >
      <p className="flex items-center gap-2 border-line border-b bg-sunken px-3 py-1.5 font-medium type-meta">
        <Icon of={Forward} size={14} />
        <span className="truncate">{t("with", { people })}</span>
      </p>
      <div className="flex flex-col gap-4 px-3 py-3">
        {messages.map((message) => (
          <Message key={message.id} message={message} view={view} />
        ))}
        {me.canReply ? (
          text === null ? (
            <span>
              <Button onClick={() => setText("")}>{t("reply", { people })}</Button>
            </span>
          ) : (
            <div className="flex flex-col gap-2">
              <textarea
                // biome-ignore lint/a11y/noAutofocus: it was asked for by the button that it replaces.
                autoFocus
                value={text}
                rows={4}
                onChange={(event) => setText(event.target.value)}
                aria-label={t("placeholder", { people })}
                placeholder={t("placeholder", { people })}
                dir="auto"
                className="w-full rounded-control border border-line-strong bg-surface px-2.5 py-1.5 type-message"
              />
              <span className="flex gap-2">
                <Button look="ink" disabled={isBusy || text.trim() === ""} onClick={() => void send()}>
                  {t("send", { people })}
                </Button>
                <Button look="plain" onClick={() => setText(null)}>
                  {ui("cancel")}
                </Button>
              </span>
            </div>
          )
        ) : null}
      </div>
    </section>
  );
}

function say(error: unknown): void {
  toast({ tone: "failed", text: wordsOf(error) });
}
