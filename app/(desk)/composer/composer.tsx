"use client";

import { useQueryClient } from "@tanstack/react-query";
import { AtSign, CheckCheck, Paperclip } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { tellStopped, tellWriting, useOthers } from "@/app/_live/presence";
import { Avatar } from "@/app/_ui/avatar";
import { Icon } from "@/app/_ui/icon";
import { useDesk } from "@/app/(desk)/desk";
import { firstName } from "@/app/(desk)/queue/row";
import type { ConversationView } from "@/lib/conversations/types";
import type { BeforeSend, Leaving } from "./before-send";
import { Field } from "./field";
import { FileList } from "./file-list";
import { ComposerFoot, type FootAction, type SendChoice } from "./foot";
import { Frame } from "./frame";
import { HeldBack } from "./held-back";
import { availableModes, type Mode, ModeTabs } from "./modes";
import { Readers } from "./readers";
import { Sending } from "./sending";
import { useDraft } from "./use-draft";
import { useFiles } from "./use-files";
import { useSending } from "./use-sending";
import { useWritingIntent } from "./writing-intent";

const SavedReplies = lazy(async () => ({ default: (await import("./saved-replies")).SavedReplies }));

/** Looked at before anything leaves, in this order. */
const beforeSend: readonly BeforeSend[] = [];
/** Looked at as soon as words that were private are about to be public. */
const beforePublic: readonly BeforeSend[] = [];

/**
 * One frame, three voices: to everybody, to the customer alone, to the team. Frame, tab and button take the mode's
 * colour together, and the first line always says who will read it.
 */
export function Composer({ view }: { view: ConversationView }) {
  const t = useTranslations("composer");
  const client = useQueryClient();
  const { me } = useDesk();
  const { row, ways } = view;
  const modes = availableModes(ways, me);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOpen, setOpen] = useState(view.draft !== null);
  const draft = useDraft(view, modes[0] ?? "note");
  const files = useFiles();
  // What the author had seen when they began to write: what happens while they write holds the reply back.
  const seen = useRef<string | null>(view.draft ? view.seen : null);
  const [choosing, setChoosing] = useState(false);

  const mode = modes.includes(draft.mode) ? draft.mode : (modes[0] ?? "note");
  const way = ways.find((one) => one.mode === mode) ?? null;
  const left = way?.maxLength ? way.maxLength - [...draft.text].length : null;
  const isEmpty = draft.text.trim() === "" && files.list.length === 0;
  const writers = useOthers(row.customerId, me.id).filter((person) => person.isWriting);
  const onFiles = way?.attachments ? files.add : undefined;
  const leaving: Leaving = {
    view,
    mode,
    way,
    text: draft.text,
    recipients: draft.recipients,
    files: files.list,
  };
  const isStuck = files.busy || isEmpty || (left !== null && left < 0) || way?.closedSince != null;
  const sending = useSending({
    leaving,
    draft,
    files,
    seen,
    isBlocked: isStuck,
    checks: beforeSend,
    onSent() {
      setOpen(false);
      field.current?.blur();
    },
  });
  const isBlocked = isStuck || sending.isBusy;

  function write(next?: Mode) {
    if (next && modes.includes(next)) {
      draft.setMode(next);
      if (next === "public" && mode !== "public" && draft.text.trim() !== "") {
        const publicWay = ways.find((one) => one.mode === "public") ?? null;
        sending.look(beforePublic, { ...leaving, mode: "public", way: publicWay });
      }
    }
    setOpen(true);
    // At once: whoever presses r goes on typing, and the letters must not fall on other keys.
    field.current?.focus();
  }

  useWritingIntent((intent) => {
    if (intent === "note") write("note");
    else if (intent === "swap") write(mode === "private" ? "public" : "private");
    else write(mode === "note" ? modes[0] : mode);
  });
  useEffect(() => tellStopped, []);

  if (sending.newer) {
    const { newer } = sending;
    return (
      <Frame mode="held">
        <HeldBack
          newer={newer}
          name={firstName(row.customerName)}
          onEdit={() => {
            seen.current = newer.seen;
            sending.forgetNewer();
            void client.invalidateQueries({ queryKey: held.conversation(row.id) });
            write();
          }}
          onDrop={() => {
            draft.clear();
            sending.forgetNewer();
            setOpen(false);
          }}
          onSendAnyway={() => sending.send({ known: newer.seen })}
        />
      </Frame>
    );
  }

  if (sending.stopped) {
    const edit = () => {
      sending.forgetStop();
      write();
    };
    return sending.stopped.stop.panel({
      goOn: sending.passOn,
      edit,
      change(text) {
        draft.setText(text);
        edit();
      },
    });
  }

  const actions: FootAction[] = [];
  if (onFiles) {
    actions.push({ id: "files", icon: Paperclip, label: t("attach"), onClick: files.choose });
  }
  const choices: SendChoice[] = [
    {
      id: "resolve",
      label: t("sendAndResolve"),
      icon: CheckCheck,
      keys: "mod+shift+enter",
      run: () => sending.send({ after: "resolve" }),
    },
  ];

  return (
    <>
      {sending.underway ? (
        <Sending
          underway={sending.underway}
          onDone={sending.forgetUnderway}
          onTakenBack={(text) => {
            const back = sending.underway?.mode ?? mode;
            sending.forgetUnderway();
            draft.restore(back, text);
            void client.invalidateQueries({ queryKey: held.conversation(row.id) });
            write(back);
          }}
        />
      ) : null}
      <Frame mode={mode} onFiles={onFiles}>
        <div className={`flex items-end px-2 pt-1.5 ${heads[mode]}`}>
          <ModeTabs modes={modes} current={mode} onChoose={write} />
          <span role="status" className="ml-auto self-center truncate px-2 text-ink-2 max-desk:sr-only">
            {t(`draft.${draft.state}`)}
          </span>
        </div>
        <div
          className={`flex flex-col gap-1 px-3 pt-2 pb-2.5 ${mode === "note" ? "" : "rounded-b-card bg-surface"}`}
        >
          <Readers
            view={view}
            mode={mode}
            way={way}
            recipients={draft.recipients}
            onChange={draft.setRecipients}
          />
          <Field
            field={field}
            mode={mode}
            text={draft.text}
            label={t(`write.${mode}`, { name: firstName(row.customerName) })}
            isOpen={isOpen}
            onOpen={() => setOpen(true)}
            onText={(text) => {
              seen.current ??= view.seen;
              draft.setText(text);
              tellWriting(row.id);
            }}
            onFiles={onFiles}
            onKey={(event) => {
              if (event.key !== ";" || mode === "note" || !atWordStart(event.currentTarget)) return false;
              setChoosing(true);
              return true;
            }}
            onSend={(after) => sending.send({ after })}
          />
          <FileList files={files} />
          {writers.map((person) => (
            <p
              key={person.agentId}
              className="flex items-center gap-2 rounded-control border border-line px-2 py-1"
            >
              <Avatar name={person.name} of="agent" size={20} />
              {t("alsoWriting", { name: firstName(person.name), customer: firstName(row.customerName) })}
            </p>
          ))}
          <ComposerFoot
            mode={mode}
            actions={actions}
            note={
              mode === "note" ? (
                <span className="flex items-center gap-2">
                  <Icon of={AtSign} className="mx-1.5" />
                  {t("mayBeRead")}
                </span>
              ) : (
                <button
                  type="button"
                  onClick={() => setChoosing(true)}
                  className="hover:text-ink max-desk:sr-only"
                >
                  {t("savedReplies")}
                </button>
              )
            }
            count={
              <>
                {left !== null && way?.maxLength ? (
                  <span className={left < 0 ? "font-medium text-now" : "text-ink-2"}>
                    {t("count", { used: way.maxLength - left, max: way.maxLength })}
                  </span>
                ) : null}
                {way?.closedSince ? <span className="text-now">{t("closed")}</span> : null}
              </>
            }
            isBlocked={isBlocked}
            choices={mode === "note" || isBlocked ? [] : choices}
            onSend={() => sending.send({})}
          />
        </div>
      </Frame>
      <Suspense fallback={null}>
        {choosing ? (
          <SavedReplies
            view={view}
            anchor={field.current}
            onClose={() => {
              setChoosing(false);
              field.current?.focus();
            }}
            onPick={(text) => {
              setChoosing(false);
              draft.setText(insert(field.current, draft.text, text));
              write();
            }}
          />
        ) : null}
      </Suspense>
    </>
  );
}

function atWordStart(field: HTMLTextAreaElement): boolean {
  const before = field.value[field.selectionStart - 1];
  return before === undefined || /\s/.test(before);
}

function insert(field: HTMLTextAreaElement | null, text: string, piece: string): string {
  const from = field?.selectionStart ?? text.length;
  const to = field?.selectionEnd ?? from;
  return text.slice(0, from) + piece + text.slice(to);
}

const heads: Record<Mode, string> = {
  public: "rounded-t-card bg-public-soft",
  private: "rounded-t-card bg-accent-soft",
  note: "",
};
