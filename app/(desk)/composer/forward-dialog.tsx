"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextArea, TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { forward } from "@/app/(desk)/calls";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ConversationView } from "@/lib/conversations/types";
import { forwardOf, type GivenBack, giveBack } from "./given-back";
import { takeBackSent } from "./take-back";

/** To somebody else than the customer, in a talk of its own: who, what exactly, and which files go along. */
export function ForwardDialog({
  view,
  unsent,
  onSent,
  onClose,
}: {
  view: ConversationView;
  /** A forward that was taken back: it begins with its words. */
  unsent: GivenBack | null;
  onSent(): void;
  onClose(): void;
}) {
  const t = useTranslations("composer.forward");
  const ui = useTranslations("ui");
  const format = useFormatter();
  const client = useQueryClient();
  const said = view.timeline.flatMap((item) => (item.type === "message" ? [item] : []));
  const last = said.filter((item) => item.kind === "customer").at(-1);
  const files = said.filter((item) => item.sideThreadId === null).flatMap((item) => item.files);
  const [to, setTo] = useState(unsent?.to.join(", ") ?? "");
  const [subject, setSubject] = useState(
    unsent?.subject ?? `Fwd: ${view.row.subject ?? view.row.customerName}`,
  );
  const [text, setText] = useState(() => {
    if (unsent) return unsent.text;
    if (!last) return "";
    const own = last.quoteAt === null ? last.text : last.text.slice(0, last.quoteAt).trimEnd();
    const date = format.dateTime(new Date(last.at), { dateStyle: "long" });
    const quoted = own.replaceAll(/^/gm, "> ");
    return `\n\n${t("quote", { date, name: last.authorName ?? view.row.customerName })}\n${quoted}`;
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(unsent?.fileIds));
  const [error, setError] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const people = to.split(/[,;\s]+/).filter(Boolean);

  async function send() {
    setBusy(true);
    setError(undefined);
    try {
      const words = { to: people, subject: subject.trim(), text: text.trim(), fileIds: [...chosen] };
      const sent = await forward(view.row.id, words);
      const look = () => client.invalidateQueries({ queryKey: held.conversation(view.row.id) });
      const takeBack = () =>
        void takeBackSent(sent).then(
          () => {
            giveBack(forwardOf(view.row.id), words);
            void look();
          },
          (failure: unknown) => toast({ tone: "failed", text: wordsOf(failure) }),
        );
      offerUndo(takeBack, 10);
      toast({
        tone: "done",
        text: t("sent", { to: people.join(", ") }),
        seconds: 10,
        action: { label: ui("undo"), keys: "z", run: takeBack },
      });
      void look();
      onSent();
      onClose();
    } catch (failure) {
      setError(wordsOf(failure));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t("title")}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <Button
          look="accent"
          disabled={isBusy || people.length === 0 || subject.trim() === "" || text.trim() === ""}
          onClick={() => void send()}
        >
          {t("send")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t("to")}
          hint={t("toHint")}
          error={error}
          type="email"
          multiple
          required
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <TextField
          label={t("subject")}
          value={subject}
          maxLength={250}
          onChange={(event) => setSubject(event.target.value)}
        />
        <TextArea label={t("text")} rows={9} value={text} onChange={(event) => setText(event.target.value)} />
        {files.length > 0 ? (
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 font-medium">{t("files")}</legend>
            {files.map((file) => (
              <label key={file.id} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  checked={chosen.has(file.id)}
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.target.checked) next.add(file.id);
                    else next.delete(file.id);
                    setChosen(next);
                  }}
                />
                {file.name}
              </label>
            ))}
          </fieldset>
        ) : null}
      </div>
    </Dialog>
  );
}
