"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { answerAsk } from "./calls";

/** The answer to one question; it becomes a note. */
export function AnswerField({ askId, onDone }: { askId: string; onDone(): void }) {
  const t = useTranslations("asks");
  const [text, setText] = useState("");
  const [sending, setSending] = useState(false);

  async function send() {
    if (text.trim() === "" || sending) return;
    setSending(true);
    try {
      await answerAsk(askId, text);
      toast({ tone: "done", text: t("answeredSaid"), seconds: 5 });
      onDone();
    } catch (error) {
      setSending(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <TextArea
          label={t("answer")}
          hint={t("answerHint")}
          rows={3}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
      </div>
      <Button
        look="note"
        keys="mod+enter"
        disabled={text.trim() === "" || sending}
        onClick={() => void send()}
      >
        {t("answer")}
      </Button>
    </div>
  );
}
