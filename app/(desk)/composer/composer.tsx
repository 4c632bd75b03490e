"use client";

import { useQueryClient } from "@tanstack/react-query";
import {
  Bold,
  CheckCheck,
  Clock,
  Eye,
  Italic,
  Link,
  Lock,
  Paperclip,
  Scale,
  Siren,
  UserCheck,
  Users,
} from "lucide-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { tellStopped, tellWriting, useOthers } from "@/app/_live/presence";
import { Avatar } from "@/app/_ui/avatar";
import { lazy } from "@/app/_ui/lazy";
import { shareDraft, takeSavedReplyFiles } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { AgreedLine } from "@/app/(desk)/notices/agreed-line";
import { firstName } from "@/app/(desk)/queue/first-name";
import { lengthBy } from "@/lib/channels/counting";
import type { NewPromise } from "@/lib/commitments/make";
import type { ConversationView } from "@/lib/conversations/types";
import { gapsIn } from "@/lib/text/variables";
import { isAddress } from "./addresses";
import { Before } from "./before";
import type { BeforeSend, Leaving } from "./before-send";
import { type Below, BelowTheWords } from "./below";
import { checkMentions } from "./check-mentions";
import { checkPublic, forgetConfirmed, warnOfRedirect } from "./check-public";
import { Field } from "./field";
import { FileList } from "./file-list";
import { ComposerFoot, type FootAction, type SendChoice } from "./foot";
import { Frame } from "./frame";
import { Gaps } from "./gaps";
import { forwardOf, type GivenBack, replyTo, useGivenBack } from "./given-back";
import { HeldBack } from "./held-back";
import type { Mark } from "./marked-text";
import { boldly, linked, typeInto } from "./markings";
import { mentionsIn } from "./mentioned";
import { availableModes, type Mode, ModeTabs } from "./modes";
import { Readers } from "./readers";
import { Sending } from "./sending";
import { useDraft } from "./use-draft";
import { useFiles } from "./use-files";
import { useGoPrivate } from "./use-go-private";
import { useSending } from "./use-sending";
import { useTrigger } from "./use-trigger";
import { useUsed } from "./use-used";
import { useWritingIntent } from "./writing-intent";

const Unasked = lazy(async () => ({ default: (await import("@/app/(desk)/customers/unasked")).Unasked }));
const ReplyWindow = lazy(async () => ({ default: (await import("./reply-window")).ReplyWindow }));
const SavedReplies = lazy(async () => ({ default: (await import("./saved-replies")).SavedReplies }));
const Mentions = lazy(async () => ({ default: (await import("./mentions")).Mentions }));
const Preview = lazy(async () => ({ default: (await import("./preview")).Preview }));
const AskFirst = lazy(async () => ({ default: (await import("./ask-first")).AskFirst }));
const Elsewhere = lazy(async () => ({ default: (await import("./elsewhere")).Elsewhere }));
const ForwardDialog = lazy(async () => ({ default: (await import("./forward-dialog")).ForwardDialog }));
const SchedulePick = lazy(async () => ({ default: (await import("./schedule-pick")).SchedulePick }));
const SaveReply = lazy(async () => ({ default: (await import("./save-reply")).SaveReply }));

const PromiseOffer = lazy(async () => ({
  default: (await import("@/app/(desk)/promises/offer")).PromiseOffer,
}));

const Macro = lazy(async () => ({ default: (await import("./macro")).Macro }));

/** Looked at before anything leaves, in this order. */
const beforeSend: readonly BeforeSend[] = [checkMentions, checkPublic, warnOfRedirect];
/** Looked at as soon as words that were private are about to be public. */
const beforePublic: readonly BeforeSend[] = [checkPublic];

const everythingBelow: Below = { hasSignature: true, hasHistory: true };
/** What the server takes: of a reply, of a note. */
const longest = { public: 100_000, private: 100_000, note: 20_000 };

/**
 * One frame, three voices: to everybody, to the customer alone, to the team. Frame, tab and button take the mode's
 * colour together, and the first line always says who will read it.
 */
export function Composer({ view }: { view: ConversationView }) {
  const t = useTranslations("composer");
  const client = useQueryClient();
  const { me, agents, teams } = useDesk();
  const { row, ways } = view;
  const modes = availableModes(ways, me);
  const field = useRef<HTMLTextAreaElement>(null);
  const frame = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(view.draft !== null);
  const draft = useDraft(view, modes[0] ?? "note");
  // What the author had seen when they began to write: what happens while they write holds the reply back.
  const seen = useRef<string | null>(view.draft ? view.seen : null);
  const [below, setBelow] = useState(everythingBelow);
  const [isPreview, setPreview] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [asking, setAsking] = useState<"later" | "approver" | "forward" | null>(null);
  const goToPrivate = useGoPrivate(view);
  const [unsent, setUnsent] = useState<GivenBack | null>(null);
  const [isMacro, setMacro] = useState(false);
  const [promises, setPromises] = useState<NewPromise[]>([]);
  const used = useUsed();

  const { text } = draft;
  const mode = modes.includes(draft.mode) ? draft.mode : (modes[0] ?? "note");
  const way = mode === "note" ? null : (ways.find((one) => one.mode === mode) ?? null);
  const files = useFiles(way?.attachments ?? null);
  const onFiles = way?.attachments ? files.add : undefined;
  const triggered = useTrigger(field, text, mode === "note" ? ["@"] : [";"]);
  const { trigger } = triggered;
  const gaps = mode === "note" ? [] : gapsIn(text);
  const marks: Mark[] =
    mode === "note"
      ? mentionsIn(text, [...agents, ...teams])
      : gaps.map(({ from, to }) => ({ from, to, tone: "gap" }));
  const to = draft.recipients?.to ?? way?.to ?? [];
  const max = way?.maxLength ?? null;
  const length =
    way && max !== null
      ? lengthBy(way.counting, { text: text.trim(), names: way.namesReaders ? to : [], max })
      : text.length;
  const isTooLong = length > (max ?? longest[mode]);
  const isEmpty = text.trim() === "" && files.list.length === 0;
  const readers = draft.recipients ? Object.values(draft.recipients).flat() : [];
  const isMisaddressed =
    way?.canEditRecipients === true && (to.length === 0 || readers.some((one) => !isAddress(one)));
  const isStuck =
    files.busy ||
    isEmpty ||
    isTooLong ||
    gaps.length > 0 ||
    isMisaddressed ||
    way?.closedSince != null ||
    (mode === "note" && text.trim() === "");
  const writers = useOthers(row.customerId, me.id).filter((person) => person.isWriting);
  const leaving: Leaving = { view, mode, way, text, recipients: draft.recipients, files: files.list };
  const sending = useSending({
    leaving,
    draft,
    files,
    seen,
    isBlocked: isStuck,
    checks: beforeSend,
    more: { savedReplies: used.of(text), below, promises },
    onSent() {
      forgetConfirmed(row.id);
      used.clear();
      setBelow(everythingBelow);
      setPromises([]);
      setPreview(false);
      setOpen(false);
      field.current?.blur();
    },
  });
  const isBlocked = isStuck || sending.isBusy;

  function write(next?: Mode) {
    if (next && modes.includes(next)) {
      draft.setMode(next);
      if (next === "public" && mode !== "public" && text.trim() !== "") {
        const publicWay = ways.find((one) => one.mode === "public") ?? null;
        sending.look(beforePublic, { ...leaving, mode: "public", way: publicWay });
      }
    }
    setOpen(true);
    setPreview(false);
    // At once: whoever presses r goes on typing, and the letters must not fall on other keys.
    field.current?.focus();
  }

  /** Of another conversation of this customer; null for the one on screen. */
  function numberOf(conversationId: string): number | null {
    return view.customer.conversations.find((one) => one.id === conversationId)?.number ?? null;
  }

  /** Puts words where the sign and what was typed after it stand. */
  function replace(words: string) {
    if (!field.current || !trigger) return;
    typeInto(field.current, trigger.from, trigger.to, words);
    const gap = gapsIn(words)[0];
    if (gap) field.current.setSelectionRange(trigger.from + gap.from, trigger.from + gap.to);
    triggered.setCaret(null);
  }

  function askForSavedReplies() {
    write();
    if (!field.current) return;
    const { selectionStart: at, value } = field.current;
    typeInto(field.current, at, at, at > 0 && !/\s/.test(value[at - 1] ?? "") ? " ;" : ";");
  }

  useWritingIntent(row.id, (intent) => {
    if (intent === "note") write("note");
    else if (intent === "macro") setMacro(true);
    else if (intent === "forward") setAsking("forward");
    else if (intent === "swap" && mode === "public" && !modes.includes("private")) goToPrivate();
    else if (intent === "swap") write(mode === "private" ? "public" : "private");
    else write(mode === "note" ? modes[0] : mode);
  });
  useGivenBack(forwardOf(row.id), (words) => {
    setUnsent(words);
    setAsking("forward");
  });
  useGivenBack(replyTo(row.id), (words) => {
    write(modes.includes("private") ? "private" : modes[0]);
    draft.setText(text.trim() === "" ? words.text : `${text.trimEnd()}\n\n${words.text}`);
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
      change(words) {
        draft.setText(words);
        edit();
      },
    });
  }

  const actions: FootAction[] = [];
  if (onFiles)
    actions.push({ id: "files", icon: Paperclip, label: t("attach"), keys: null, onClick: files.choose });
  const markings: FootAction[] = [
    {
      id: "bold",
      icon: Bold,
      label: t("bold"),
      keys: "mod+b",
      onClick: () => onField((f) => boldly(f, "**")),
    },
    {
      id: "italic",
      icon: Italic,
      label: t("italic"),
      keys: "mod+i",
      onClick: () => onField((f) => boldly(f, "*")),
    },
    { id: "link", icon: Link, label: t("link"), keys: "mod+k", onClick: () => onField(linked) },
  ];
  if (way)
    markings.push({
      id: "preview",
      icon: Eye,
      label: t("preview"),
      keys: null,
      onClick: () => setPreview(!isPreview),
    });
  const choices: SendChoice[] = [
    {
      id: "resolve",
      label: t("sendAndResolve"),
      icon: CheckCheck,
      keys: "mod+shift+enter",
      run: () => sending.send({ after: "resolve" }),
    },
    { id: "later", label: t("schedule.later"), icon: Clock, run: () => setAsking("later") },
    { id: "ask", label: t("approval.ask"), icon: UserCheck, run: () => setAsking("approver") },
    {
      id: "legal",
      label: t("approval.markLegal"),
      icon: Scale,
      run: () => sending.send({ more: { marks: ["legal"] } }),
    },
    ...(view.approval.reason !== null && me.canBypass
      ? [
          {
            id: "emergency",
            label: t("approval.emergency"),
            icon: Siren,
            tone: "now" as const,
            run: () => sending.send({ more: { marks: ["emergency"] } }),
          },
        ]
      : []),
    ...(view.sharedDraft === null
      ? [{ id: "share", label: t("shared.share"), icon: Users, run: () => void share() }]
      : []),
    ...(mode === "public" && !modes.includes("private")
      ? [
          {
            id: "private",
            label: t("private.offer", { name: firstName(row.customerName) }),
            icon: Lock,
            run: goToPrivate,
          },
        ]
      : []),
  ];

  async function share() {
    await draft.flush();
    await shareDraft(row.id, { mode: draft.mode, text, recipients: draft.recipients }).catch(
      sending.sayFailed,
    );
    void client.invalidateQueries({ queryKey: held.conversation(row.id) });
  }

  function onField(run: (field: HTMLTextAreaElement) => void) {
    if (field.current) run(field.current);
  }

  return (
    <>
      {sending.underway ? (
        <Sending
          underway={sending.underway}
          onDone={sending.forgetUnderway}
          onTakenBack={(words) => {
            const back = sending.underway?.mode ?? mode;
            sending.forgetUnderway();
            draft.restore(back, words);
            void client.invalidateQueries({ queryKey: held.conversation(row.id) });
            write(back);
          }}
        />
      ) : null}
      <Frame ref={frame} mode={mode} onFiles={onFiles}>
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
          {isPreview && way ? (
            <Suspense fallback={null}>
              <Preview view={view} way={way} text={text} below={below} />
            </Suspense>
          ) : (
            <Field
              field={field}
              mode={mode}
              text={text}
              marks={marks}
              label={t(`write.${mode}`, { name: firstName(row.customerName) })}
              isOpen={isOpen}
              list={{ isOpen: trigger !== null, active: triggered.active }}
              onOpen={() => setOpen(true)}
              onText={(words, caret) => {
                seen.current ??= view.seen;
                draft.setText(words);
                triggered.setCaret(caret);
                tellWriting(row.id);
              }}
              onCaret={triggered.setCaret}
              onFiles={onFiles}
              onKey={triggered.onKey}
              onSend={(after) => sending.send({ after })}
            />
          )}
          <FileList files={files} />
          {draft.elsewhere ? (
            <Suspense fallback={null}>
              <Elsewhere draft={draft} />
            </Suspense>
          ) : null}
          {mode !== "note" && isOpen ? <Before view={view} /> : null}
          {mode !== "note" && isOpen && view.customer.doNotContactAt !== null && row.unansweredCount === 0 ? (
            <Suspense fallback={null}>
              <Unasked />
            </Suspense>
          ) : null}
          {way && isOpen ? (
            <AgreedLine
              brandId={row.brandId}
              language={view.customer.language}
              onInsert={(line) => {
                draft.setText(draft.text.trim() === "" ? line : `${draft.text.trimEnd()}\n\n${line}`);
                field.current?.focus();
              }}
            />
          ) : null}
          {way?.closesAt && !way.closedSince ? (
            <Suspense fallback={null}>
              <ReplyWindow closesAt={way.closesAt} freeUntil={way.freeUntil} />
            </Suspense>
          ) : null}
          {way && isOpen && text.length > 12 ? (
            <Suspense fallback={null}>
              <PromiseOffer view={view} text={text} accepted={promises} onChange={setPromises} />
            </Suspense>
          ) : null}
          <Gaps gaps={gaps} field={field} />
          {way && isOpen ? <BelowTheWords view={view} way={way} below={below} onChange={setBelow} /> : null}
          {writers.map((person) => (
            <p
              key={person.agentId}
              className="flex items-center gap-2 rounded-control border border-line px-2 py-1"
            >
              <Avatar name={person.name} of="agent" size={20} />
              {t(numberOf(person.conversationId) === null ? "alsoWriting" : "alsoWritingIn", {
                name: firstName(person.name),
                customer: firstName(row.customerName),
                number: numberOf(person.conversationId) ?? 0,
              })}
            </p>
          ))}
          <ComposerFoot
            mode={mode}
            actions={actions}
            markings={isOpen ? markings : []}
            note={
              mode === "note" ? (
                t("mayBeRead")
              ) : (
                <button
                  type="button"
                  onClick={askForSavedReplies}
                  className="truncate hover:text-ink max-desk:min-h-11"
                >
                  {t("savedReplies")}
                </button>
              )
            }
            count={
              <>
                {max !== null || isTooLong ? (
                  <span className={isTooLong ? "font-medium text-now" : "text-ink-2"}>
                    {t("count", { used: length, max: max ?? longest[mode] })}
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
        {trigger?.sign === ";" && way ? (
          <SavedReplies
            view={view}
            mode={way.mode}
            values={view.values}
            query={trigger.query}
            list={triggered.list}
            canSave={me.canSaveReplies && text.length > trigger.to - trigger.from + 20}
            onPick={(reply, words) => {
              replace(words);
              used.add(reply.id, words);
              if (reply.files.length > 0 && onFiles)
                takeSavedReplyFiles(reply.id).then(files.addStored, sending.sayFailed);
            }}
            onSave={() => {
              replace("");
              setSaving(true);
            }}
          />
        ) : null}
        {trigger?.sign === "@" ? (
          <Mentions
            view={view}
            query={trigger.query}
            list={triggered.list}
            onPick={(name) => replace(`@${name} `)}
          />
        ) : null}
        {isMacro ? (
          <Macro
            view={view}
            anchor={frame.current}
            onClose={() => setMacro(false)}
            onText={(words) => {
              draft.setText(words);
              write(mode === "note" ? modes[0] : mode);
            }}
          />
        ) : null}
        {asking === "later" ? (
          <SchedulePick
            anchor={frame.current}
            view={view}
            ifTheyWrite="cancel"
            onClose={() => setAsking(null)}
            onPick={(later) => sending.send({ more: { later } })}
          />
        ) : null}
        {asking === "approver" ? (
          <AskFirst
            anchor={frame.current}
            view={view}
            onClose={() => setAsking(null)}
            onPick={(approverId) => sending.send({ more: { approverId } })}
          />
        ) : null}
        {asking === "forward" ? (
          <ForwardDialog
            view={view}
            unsent={unsent}
            onSent={() => setUnsent(null)}
            onClose={() => setAsking(null)}
          />
        ) : null}
        {isSaving ? <SaveReply view={view} text={text} onClose={() => setSaving(false)} /> : null}
      </Suspense>
    </>
  );
}

const heads: Record<Mode, string> = {
  public: "rounded-t-card bg-public-soft",
  private: "rounded-t-card bg-accent-soft",
  note: "",
};
