"use client";

import {
  Code,
  Ear,
  ExternalLink,
  FileSearch,
  Globe,
  Lock,
  Phone,
  StickyNote,
  TriangleAlert,
} from "lucide-react";
import { Fragment, type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { lazy } from "@/app/_ui/lazy";
import { Time } from "@/app/_ui/time";
import { mentionsIn } from "@/app/(desk)/composer/mentioned";
import { useChannelIcon } from "@/app/(desk)/desk";
import type { ConversationView, MessageView } from "@/lib/conversations/types";
import { Delivery } from "./delivery";
import { Files } from "./files";
import { LinkedText, OurText } from "./linked-text";
import { Original } from "./original";

const Cues = lazy(async () => ({ default: (await import("@/app/(desk)/cues/message-cues")).MessageCues }));
const Waited = lazy(async () => ({ default: (await import("@/app/(desk)/due/waited")).Waited }));
const Acts = lazy(async () => ({ default: (await import("./acts")).Acts }));
const ActState = lazy(async () => ({ default: (await import("./acts")).ActState }));
const Remarks = lazy(async () => ({ default: (await import("./remarks")).Remarks }));
const Entered = lazy(async () => ({ default: (await import("./entered")).Entered }));

/** One thing said. Where it stands, its ground and its mark say who could read it: everybody, the two of us, the team. */
export function Message({ message, view }: { message: MessageView; view: ConversationView }) {
  const t = useTranslations("conversation");
  const [original, setOriginal] = useState(false);
  const [heard, setHeard] = useState(false);
  const ours = message.kind !== "customer" && message.kind !== "side_in";
  const author =
    message.agent?.name ?? message.authorName ?? (ours ? view.brand.name : view.row.customerName);

  return (
    <article
      data-message={message.id}
      className={`group/message flex gap-2.5 ${message.kind === "reply" || message.kind === "call" || message.kind === "side_out" ? "pl-9" : ""} max-desk:pl-0`}
    >
      <Avatar name={author} of={ours ? "agent" : "customer"} size={28} className="mt-0.5" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <header className="flex items-center gap-2 whitespace-nowrap">
          <span className="truncate font-semibold" dir="auto">
            {author}
          </span>
          <Way message={message} />
          {message.rating ? <Stars {...message.rating} /> : null}
          {message.isAutomatic ? <span className="text-ink-3 type-meta">{t("automatic")}</span> : null}
          <span className="ml-auto flex shrink-0 items-center">
            <span className="flex opacity-0 focus-within:opacity-100 group-hover/message:opacity-100 max-desk:hidden">
              {message.kind === "customer" && message.deletedAt === null ? (
                <IconButton
                  icon={Ear}
                  size={14}
                  label={t("cues")}
                  aria-pressed={heard}
                  onClick={() => setHeard(!heard)}
                />
              ) : null}
              <Sources message={message} view={view} original={original} onOriginal={setOriginal} />
            </span>
            <Time at={message.at} className="shrink-0 pl-1.5 text-ink-2 type-meta" />
          </span>
        </header>
        {message.isFlagged ? (
          <p className="flex items-center gap-1.5 text-today type-meta">
            <Icon of={TriangleAlert} size={14} />
            {t("flagged")}
          </p>
        ) : null}
        <Suspense fallback={null}>
          {heard ? <Cues conversationId={view.row.id} messageId={message.id} /> : null}
        </Suspense>
        {original ? (
          <Original conversationId={view.row.id} messageId={message.id} />
        ) : (
          <div className={`${groundOf(message)} ${message.deletedAt ? "opacity-70" : ""}`}>
            <Parent message={message} />
            {message.deletedAt ? (
              <p className="text-ink-2 italic">
                {message.deletedBy ? t("deletedBy", { name: message.deletedBy }) : t("deleted")}
              </p>
            ) : null}
            <Said message={message} />
            <Files files={message.files} />
          </div>
        )}
        {message.entered ? (
          <Suspense fallback={null}>
            <Entered entered={message.entered} address={message.authorAddress} />
          </Suspense>
        ) : null}
        {message.remarks?.length ? (
          <Suspense>
            <Remarks remarks={message.remarks} />
          </Suspense>
        ) : null}
        <Marks message={message} />
        {message.hidden || message.liked ? (
          <Suspense fallback={null}>
            <ActState message={message} />
          </Suspense>
        ) : null}
        <span className="flex desk:hidden">
          <Sources message={message} view={view} original={original} onOriginal={setOriginal} />
        </span>
        {message.delivery ? (
          <Delivery message={message} delivery={message.delivery} conversationId={view.row.id} />
        ) : null}
      </div>
    </article>
  );
}

function Stars({ value, of }: { value: number; of: number }) {
  const t = useTranslations("conversation");
  const full = Math.round(value);
  return (
    <span role="img" aria-label={t("stars", { value, of })} title={t("stars", { value, of })}>
      {of > 10 ? t("stars", { value, of }) : "★".repeat(full) + "☆".repeat(Math.max(0, of - full))}
    </span>
  );
}

/** Where the words came from: as they were designed, byte for byte, on the site. */
function Sources({
  message,
  view,
  original,
  onOriginal,
}: {
  message: MessageView;
  view: ConversationView;
  original: boolean;
  onOriginal(original: boolean): void;
}) {
  const t = useTranslations("conversation");
  return (
    <>
      {message.hasHtml ? (
        <IconButton
          icon={Code}
          size={14}
          label={t("original")}
          aria-pressed={original}
          onClick={() => onOriginal(!original)}
        />
      ) : null}
      {message.inboundId ? (
        <a
          href={`/api/v1/inbound/${message.inboundId}/raw`}
          target="_blank"
          rel="noopener"
          aria-label={t("raw")}
          data-tip={t("raw")}
          className={iconLink}
        >
          <Icon of={FileSearch} size={14} />
        </a>
      ) : null}
      {message.url ? (
        <a
          href={message.url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t("openThere")}
          data-tip={t("openThere")}
          className={iconLink}
        >
          <Icon of={ExternalLink} size={14} />
        </a>
      ) : null}
      {(message.kind === "reply" || message.kind === "call") && !message.isAutomatic ? (
        <Suspense fallback={null}>
          <Waited conversationId={view.row.id} messageId={message.id} />
        </Suspense>
      ) : null}
      {message.acts.length > 0 ? (
        <Suspense fallback={null}>
          <Acts message={message} conversationId={view.row.id} />
        </Suspense>
      ) : null}
    </>
  );
}

/** How it came or went, and who could read it. */
function Way({ message }: { message: MessageView }) {
  const t = useTranslations("conversation");
  const channels = useTranslations("conversation.kinds");
  const iconOf = useChannelIcon();
  if (message.kind === "note") {
    return (
      <Mark tone="text-note">
        <Icon of={StickyNote} size={14} />
        {t("note")}
      </Mark>
    );
  }
  if (message.kind === "call") {
    return (
      <Mark tone="text-ink-2">
        <Icon of={Phone} size={14} />
        {t(`outcome.${message.callOutcome ?? "reached"}`)}
      </Mark>
    );
  }
  const kind = message.channelKind;
  const name = kind && channels.has(kind) ? channels(kind) : (kind ?? "");
  return (
    <Mark tone={message.isPublic ? "text-public" : "text-ink-2"}>
      <ChannelIcon name={iconOf(kind)} size={14} />
      <Icon of={message.isPublic ? Globe : Lock} size={13} />
      {message.isPublic ? t(message.kind === "reply" ? "publicReply" : "publicPost") : name}
    </Mark>
  );
}

function Mark({ tone, children }: { tone: string; children: ReactNode }) {
  return (
    <span className={`flex min-w-0 items-center gap-1 overflow-hidden type-meta ${tone}`}>{children}</span>
  );
}

const FOLD_PARENT_AFTER = 140;

function Parent({ message }: { message: MessageView }) {
  const t = useTranslations("conversation");
  if (!message.parent) return null;
  const { author, text, url } = message.parent;
  return (
    <div className="mb-2 border-public/30 border-b pb-2 text-ink-2 type-row">
      <p className={text.length > FOLD_PARENT_AFTER ? "line-clamp-2" : ""} dir="auto">
        {t("inReplyTo", { author, text })}
      </p>
      {url ? (
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          className="text-public hover:underline type-meta"
        >
          {t("openParent")}
        </a>
      ) : null}
    </div>
  );
}

/** The words; what they quote is folded below. */
function Said({ message }: { message: MessageView }) {
  const t = useTranslations("conversation");
  const { text, quoteAt } = message;
  const own = quoteAt === null ? text : text.slice(0, quoteAt).trimEnd();
  const quoted = quoteAt === null ? "" : text.slice(quoteAt).trim();
  return (
    <>
      {own ? (
        <p className="words max-w-[68ch] type-message" dir="auto" lang={message.language ?? undefined}>
          {message.kind === "customer" ? (
            <LinkedText text={own} />
          ) : message.mentions.length > 0 ? (
            <Called text={own} mentions={message.mentions} />
          ) : (
            <OurText text={own} />
          )}
        </p>
      ) : null}
      {quoted ? (
        <details className="mt-1.5">
          <summary className="w-fit rounded-key px-1 text-ink-3 type-meta hover:bg-hover">
            {t("quoted")}
          </summary>
          <p
            className="words mt-1 max-w-[68ch] border-line-strong border-l-2 pl-3 text-ink-2 type-message"
            dir="auto"
          >
            <LinkedText text={quoted} />
          </p>
        </details>
      ) : null}
    </>
  );
}

/** A note with whoever it calls marked. */
function Called({ text, mentions }: { text: string; mentions: MessageView["mentions"] }) {
  const found = mentionsIn(text, mentions);
  return (
    <>
      {found.map((mark, index) => (
        <Fragment key={mark.from}>
          <OurText text={text.slice(found[index - 1]?.to ?? 0, mark.from)} />
          <strong className="font-semibold text-accent">{text.slice(mark.from, mark.to)}</strong>
        </Fragment>
      ))}
      <OurText text={text.slice(found.at(-1)?.to ?? 0)} />
    </>
  );
}

function Marks({ message }: { message: MessageView }) {
  const t = useTranslations("conversation");
  const copied = message.recipients && message.kind === "reply" ? message.recipients.cc : [];
  const { approval } = message;
  if (!message.editedAt && copied.length === 0 && !message.authentication && !approval) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-ink-3 type-meta">
      {message.editedAt ? (
        <span>
          {t("edited")} <Time at={message.editedAt} />
        </span>
      ) : null}
      {approval ? (
        <span>{t(approval.isChanged ? "changedBy" : "approvedBy", { name: approval.by })}</span>
      ) : null}
      {copied.length > 0 ? <span>{t("copied", { people: copied.join(", ") })}</span> : null}
      {message.authentication &&
      (!/=pass/.test(message.authentication) || /fail/.test(message.authentication)) ? (
        <span className="text-today">{t("unproven", { result: message.authentication })}</span>
      ) : null}
    </p>
  );
}

function groundOf(message: MessageView): string {
  const base = "px-3 py-2.5";
  if (message.kind === "note") return `${base} border border-dashed border-note bg-note-soft`;
  if (message.isPublic) {
    return `${base} rounded-card border-public border-l-[3px] bg-public-soft ${message.kind === "customer" ? "rounded-tl-speaker" : "rounded-tr-speaker"} [border-left-style:double]`;
  }
  if (message.kind === "customer" || message.kind === "side_in")
    return `${base} rounded-card rounded-tl-speaker bg-bubble`;
  return `${base} rounded-card rounded-tr-speaker bg-accent-soft`;
}

const iconLink =
  "inline-flex size-7 items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink";
