"use client";

import { useQueryClient } from "@tanstack/react-query";
import { AtSign, Globe, Lock, type LucideIcon, Paperclip, StickyNote } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { tellStopped, tellWriting, useOthers } from "@/app/_live/presence";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { firstName } from "@/app/(desk)/queue/row";
import { useTriage } from "@/app/(desk)/triage/actions";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ConversationView, NewerThings, ReplyWay } from "@/lib/conversations/types";
import { FileList } from "./file-list";
import { HeldBack } from "./held-back";
import { Readers } from "./readers";
import { newerThings, sendNote, sendReply } from "./send";
import { Sending, type Underway } from "./sending";
import { useDraft } from "./use-draft";
import { useFiles } from "./use-files";
import { useWritingIntent } from "./writing-intent";

export type Mode = "public" | "private" | "note";

const SavedReplies = lazy(async () => ({ default: (await import("./saved-replies")).SavedReplies }));

/**
 * One frame, three voices: to everybody, to the customer alone, to the team. Frame, tab and button take the mode's
 * colour together, and the first line always says who will read it.
 */
export function Composer({ view }: { view: ConversationView }) {
  const t = useTranslations("composer");
  const client = useQueryClient();
  const triage = useTriage();
  const { me } = useDesk();
  const { row, ways } = view;
  const modes = availableModes(ways, me);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOpen, setOpen] = useState(view.draft !== null);
  const draft = useDraft(view, modes[0] ?? "note");
  const files = useFiles();
  const [newer, setNewer] = useState<NewerThings | null>(null);
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [sending, setSending] = useState(false);
  // What the author had seen when they began to write: what happens while they write holds the reply back.
  const seen = useRef<string | null>(view.draft ? view.seen : null);
  const [choosing, setChoosing] = useState(false);

  const mode = modes.includes(draft.mode) ? draft.mode : (modes[0] ?? "note");
  const way = ways.find((one) => one.mode === mode) ?? null;
  const left = way?.maxLength ? way.maxLength - [...draft.text].length : null;
  const isEmpty = draft.text.trim() === "" && files.list.length === 0;
  const isBlocked =
    sending || files.busy || isEmpty || (left !== null && left < 0) || way?.closedSince != null;
  const writers = useOthers(row.customerId, me.id).filter((person) => person.isWriting);

  function write(next?: Mode) {
    if (next && modes.includes(next)) draft.setMode(next);
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

  /** `known` is what the author has been shown to be newer: with it the reply leaves all the same. */
  async function send(then: "stay" | "resolve", known: string | null = null) {
    if (isBlocked) return;
    setSending(true);
    try {
      if (mode === "note") {
        await sendNote(view, draft.text);
      } else if (way) {
        const sent = await sendReply(view, way, draft, files.list, known ?? seen.current ?? view.seen);
        setUnderway({ ...sent, mode, text: draft.text, name: row.customerName, startedAt: Date.now() });
      }
      draft.clear();
      files.clear();
      seen.current = null;
      setNewer(null);
      setOpen(false);
      tellStopped();
      field.current?.blur();
      void client.invalidateQueries({ queryKey: held.conversation(row.id) });
      if (then === "resolve") triage.resolve({ ...row, status: "waiting" });
    } catch (error) {
      const things = newerThings(error);
      if (things) setNewer(things);
      else toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setSending(false);
    }
  }

  if (newer) {
    return (
      <Frame mode="held">
        <HeldBack
          newer={newer}
          name={firstName(row.customerName)}
          onEdit={() => {
            seen.current = newer.seen;
            setNewer(null);
            void client.invalidateQueries({ queryKey: held.conversation(row.id) });
            write();
          }}
          onDrop={() => {
            draft.clear();
            setNewer(null);
            setOpen(false);
          }}
          onSendAnyway={() => void send("stay", newer.seen)}
        />
      </Frame>
    );
  }

  return (
    <>
      {underway ? (
        <Sending
          underway={underway}
          onDone={() => setUnderway(null)}
          onTakenBack={(text) => {
            setUnderway(null);
            draft.restore(underway.mode, text);
            void client.invalidateQueries({ queryKey: held.conversation(row.id) });
            write(underway.mode);
          }}
        />
      ) : null}
      <Frame mode={mode} onFiles={way?.attachments ? files.add : undefined}>
        <div className={`flex items-end px-2 pt-1.5 ${heads[mode]}`}>
          <div role="tablist" aria-label={t("modes")} className="flex items-end gap-1">
            {modes.map((one) => (
              <Tab key={one} mode={one} current={one === mode} onClick={() => write(one)} />
            ))}
          </div>
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
          <textarea
            ref={field}
            value={draft.text}
            rows={isOpen || draft.text ? Math.min(9, Math.max(3, draft.text.split("\n").length + 1)) : 1}
            onFocus={() => setOpen(true)}
            onChange={(event) => {
              seen.current ??= view.seen;
              draft.setText(event.target.value);
              tellWriting(row.id);
            }}
            onPaste={(event) => {
              if (event.clipboardData.files.length === 0 || !way?.attachments) return;
              event.preventDefault();
              files.add(event.clipboardData.files);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                void send(event.shiftKey ? "resolve" : "stay");
              } else if (event.key === "Escape") {
                event.preventDefault();
                event.currentTarget.blur();
              } else if (event.key === ";" && mode !== "note" && atWordStart(event.currentTarget)) {
                event.preventDefault();
                setChoosing(true);
              }
            }}
            aria-label={t(`write.${mode}`, { name: firstName(row.customerName) })}
            placeholder={t(`write.${mode}`, { name: firstName(row.customerName) })}
            dir="auto"
            className={`block w-full resize-none bg-transparent py-1 outline-none type-message ${carets[mode]}`}
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
          <div className="flex items-center gap-1">
            {mode === "note" ? (
              <Icon of={AtSign} className="mx-1.5 text-ink-2" />
            ) : way?.attachments ? (
              <IconButton icon={Paperclip} label={t("attach")} onClick={files.choose} />
            ) : null}
            <span className="truncate text-ink-2">
              {mode === "note" ? (
                t("mayBeRead")
              ) : (
                <button
                  type="button"
                  onClick={() => setChoosing(true)}
                  className="hover:text-ink max-desk:sr-only"
                >
                  {t("savedReplies")}
                </button>
              )}
            </span>
            <span className="ml-auto flex shrink-0 items-center gap-3">
              {left !== null && way?.maxLength ? (
                <span className={left < 0 ? "font-medium text-now" : "text-ink-2"}>
                  {t("count", { used: way.maxLength - left, max: way.maxLength })}
                </span>
              ) : null}
              {way?.closedSince ? <span className="text-now">{t("closed")}</span> : null}
              <Button
                look={looks[mode]}
                keys="mod+enter"
                disabled={isBlocked}
                onClick={() => void send("stay")}
              >
                {t(`do.${mode}`)}
              </Button>
            </span>
          </div>
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

/** Private first where we hold an address; the note is always there. */
function availableModes(ways: readonly ReplyWay[], me: { canReply: boolean; canNote: boolean }): Mode[] {
  const modes: Mode[] = [];
  if (me.canReply && ways.some((way) => way.mode === "private")) modes.push("private");
  if (me.canReply && ways.some((way) => way.mode === "public")) modes.push("public");
  if (me.canNote) modes.push("note");
  return modes;
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

function Tab({ mode, current, onClick }: { mode: Mode; current: boolean; onClick(): void }) {
  const t = useTranslations("composer.mode");
  return (
    <button
      type="button"
      role="tab"
      aria-selected={current}
      onClick={onClick}
      className={`flex h-8 items-center gap-1.5 rounded-t-control px-2.5 font-medium max-desk:h-11 ${
        current ? tabs[mode] : "text-ink-2 hover:text-ink"
      }`}
    >
      <Icon of={icons[mode]} size={15} />
      <span className="max-desk:hidden">{t(mode)}</span>
      <span className="desk:hidden">{t(`short.${mode}`)}</span>
    </button>
  );
}

function Frame({
  mode,
  onFiles,
  children,
}: {
  mode: Mode | "held";
  onFiles?: ((files: FileList) => void) | undefined;
  children: React.ReactNode;
}) {
  const t = useTranslations("composer");
  return (
    <section
      aria-label={t("title")}
      onDragOver={(event) => {
        if (onFiles && event.dataTransfer.types.includes("Files")) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!onFiles || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        onFiles(event.dataTransfer.files);
      }}
      className={`mx-4 mb-3 shrink-0 rounded-card border-[1.5px] max-desk:mx-2.5 ${frames[mode]}`}
    >
      {children}
    </section>
  );
}

const icons: Record<Mode, LucideIcon> = { public: Globe, private: Lock, note: StickyNote };
const looks = { public: "public", private: "accent", note: "note" } as const;
const frames = {
  public: "border-public bg-surface",
  private: "border-accent bg-surface",
  note: "border-note border-dashed bg-note-soft",
  held: "border-now bg-surface overflow-hidden",
};
const heads: Record<Mode, string> = {
  public: "rounded-t-card bg-public-soft",
  private: "rounded-t-card bg-accent-soft",
  note: "",
};
const tabs: Record<Mode, string> = {
  public: "bg-surface font-semibold text-public",
  private: "bg-surface font-semibold text-accent",
  note: "rounded-none border-note border-b-2 font-semibold text-note",
};
const carets: Record<Mode, string> = {
  public: "caret-public",
  private: "caret-accent",
  note: "caret-note",
};
