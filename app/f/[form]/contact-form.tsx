"use client";

import { useEffect, useRef, useState } from "react";
import { fieldLimits } from "@/lib/channels/form/field-limits";
import type { FieldName } from "@/lib/channels/form/submission";
import type { FormProps, Said } from "./asks";
import { checkFields } from "./check";
import { DangerField } from "./danger-field";
import { dropDraft, keepDraft, restoreDraft } from "./draft";
import { FileField, fileKey } from "./file-field";
import { fill } from "./fill";
import { type Outcome, send } from "./send";
import { SentCard } from "./sent-card";
import { TextInput } from "./text-input";
import { openWork, type Worker } from "./work";

type Phase =
  | { is: "writing" }
  | { is: "sending"; percent: number | null }
  | { is: "sent"; reference: string; name: string };

/** A token younger than this is refused; one second more than the server asks for. */
const tokenAgeMs = 9_000;

/**
 * The form itself. Without JavaScript it posts to the channel's hook and is led back here or to /sent; with it, the
 * same fields go by the same door, with proof of work, progress, and without leaving the page.
 */
export function ContactForm(props: FormProps) {
  const { action, slug, language, host, words, asks, token, typed } = props;
  const form = useRef<HTMLFormElement>(null);
  const sentTitle = useRef<HTMLHeadingElement>(null);
  const worker = useRef<Worker>(null);
  const openedAt = useRef(0);
  const [isAgain, setAgain] = useState(typed !== null);
  const [isEnhanced, setEnhanced] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  const [problems, setProblems] = useState<Said[]>(() => withSummary(props.problems, words));
  const [phase, setPhase] = useState<Phase>({ is: "writing" });

  useEffect(() => {
    openedAt.current = Date.now();
    worker.current = openWork(action);
    setEnhanced(true);
    if (form.current && !typed) restoreDraft(slug, form.current);
  }, [action, slug, typed]);

  useEffect(() => {
    if (phase.is === "sent") sentTitle.current?.focus();
  }, [phase]);

  const at = (field: FieldName) =>
    problems.filter((problem) => problem.field === field).map((problem) => problem.message);

  function show(found: Said[]) {
    setProblems(withSummary(found, words));
    setPhase({ is: "writing" });
    const first = found.find((problem) => problem.field !== "form" && problem.field !== "danger");
    // After React has drawn the problems, so that the field is read out together with its own.
    setTimeout(() =>
      form.current?.querySelector<HTMLElement>(first ? `#${first.field}` : "#form-problems")?.focus(),
    );
  }

  function addFiles(picked: File[]) {
    const kept = [...files];
    const said: Said[] = [];
    for (const file of picked) {
      if (kept.some((other) => fileKey(other) === fileKey(file))) continue;
      if (file.size > fieldLimits.fileBytes) {
        const max = fieldLimits.fileBytes / 1024 / 1024;
        said.push({ field: "files", message: fill(words.live.fileTooLarge, { name: file.name, max }) });
      } else if (kept.length >= fieldLimits.files) {
        const params = { name: file.name, max: fieldLimits.files };
        said.push({ field: "files", message: fill(words.live.tooManyFiles, params) });
      } else kept.push(file);
    }
    setFiles(kept);
    setProblems([...problems.filter((problem) => problem.field !== "files"), ...said]);
  }

  async function submit(element: HTMLFormElement) {
    if (phase.is === "sending") return;
    setAgain(false);
    const data = new FormData(element);
    data.delete("files");
    for (const file of files) data.append("files", file);

    const found = checkFields(data, asks, words);
    if (found.length > 0) {
      show([...found, ...problems.filter((problem) => problem.field === "files")]);
      return;
    }
    setProblems([]);
    setPhase({ is: "sending", percent: null });
    const outcome = await deliver(data);
    if (outcome.kind === "sent") {
      dropDraft(slug);
      const name =
        String(data.get("name") ?? "")
          .trim()
          .split(/\s+/)[0] ?? "";
      setPhase({ is: "sent", reference: outcome.reference, name });
    } else {
      show(
        outcome.kind === "refused"
          ? outcome.problems
          : [{ field: "form", message: words.live[outcome.kind] }],
      );
    }
  }

  /** A proof that ran out, or that an earlier message used up, is replaced once, without asking anybody. */
  async function deliver(data: FormData): Promise<Outcome> {
    const first = await deliverOnce(data);
    if (first.kind !== "refused") return first;
    const isStale = first.codes.every((code) => code === "expired" || code === "used" || code === "wrong");
    if (!isStale) return first;
    worker.current?.forget();
    return await deliverOnce(data);
  }

  async function deliverOnce(data: FormData): Promise<Outcome> {
    const proof = (await worker.current?.take()) ?? null;
    if (proof) data.set("proof", proof);
    else {
      data.delete("proof");
      await new Promise((resolve) => setTimeout(resolve, openedAt.current + tokenAgeMs - Date.now()));
    }
    return await send(action, data, (share) =>
      setPhase({ is: "sending", percent: files.length > 0 ? Math.round(share * 100) : null }),
    );
  }

  if (phase.is === "sent") {
    return (
      <SentCard
        titleRef={sentTitle}
        isFramed={host !== null}
        title={phase.name ? fill(words.live.sentName, { name: phase.name }) : words.sent.title}
        reference={fill(words.sent.reference, { reference: phase.reference })}
        add={words.sent.add}
        another={{
          href: `/f/${slug}?lang=${language}${host ? `&host=${encodeURIComponent(host)}` : ""}`,
          name: words.sent.another,
        }}
      />
    );
  }

  const isSending = phase.is === "sending";
  // Inside somebody's page the main part is theirs.
  const Root = host ? "div" : "main";
  const line = { typed, asks, words };
  return (
    <Root className="flex flex-col gap-7 rounded-form border border-line bg-surface px-5 py-7 min-[36rem]:px-9 min-[36rem]:py-9">
      <div className="flex flex-col gap-2">
        <h1 className="type-form-title">{words.title}</h1>
        <p className="text-ink-2 text-[1rem] leading-6">{words.intro}</p>
      </div>
      <form
        ref={form}
        action={action}
        method="post"
        encType="multipart/form-data"
        noValidate={isEnhanced}
        onFocus={() => worker.current?.start()}
        onInput={(event) => keepDraft(slug, event.currentTarget)}
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
        className="flex flex-col gap-6"
      >
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="token" value={token} />
        {host ? <input type="hidden" name="host" value={host} /> : null}
        <div hidden>
          <label htmlFor="company_site">{words.fields.trap}</label>
          <input id="company_site" name="company_site" type="text" tabIndex={-1} autoComplete="off" />
        </div>

        <TextInput
          id="message"
          name="message"
          rows={5}
          label={words.fields.message}
          required
          defaultValue={typed?.message}
          problems={at("message")}
        />
        <div className="grid gap-x-4 gap-y-6 min-[36rem]:grid-cols-2">
          <Line {...line} field="name" autoComplete="name" problems={at("name")} />
          <TextInput
            id="email"
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            label={words.fields.email}
            required
            maxLength={fieldLimits.email}
            defaultValue={typed?.email}
            problems={at("email")}
          />
          <Line {...line} field="subject" problems={at("subject")} />
          <Line {...line} field="orderNumber" problems={at("orderNumber")} />
        </div>
        {asks.files ? (
          <FileField
            words={words}
            isEnhanced={isEnhanced}
            files={files}
            problems={at("files")}
            onAdd={addFiles}
            onRemove={(gone) => setFiles(files.filter((file) => file !== gone))}
          />
        ) : null}
        {asks.danger ? <DangerField words={words} typed={typed} phoneProblems={at("phone")} /> : null}

        <div
          id="form-problems"
          role="alert"
          tabIndex={-1}
          className="empty:hidden flex flex-col gap-1 rounded-row bg-now-soft px-4 py-3 type-field"
        >
          {at("form").map((message) => (
            <p key={message}>{message}</p>
          ))}
          {isAgain ? <p>{words.again.text}</p> : null}
        </div>

        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <button
            type="submit"
            aria-disabled={isSending || undefined}
            className="min-h-12 rounded-row bg-ink px-7 font-semibold text-[1rem] text-canvas leading-6 hover:bg-ink/90 aria-disabled:opacity-60"
          >
            {words.send}
          </button>
          <div className="flex min-w-0 flex-1 basis-60 flex-col text-ink-2 type-row">
            <p role="status">
              {isSending
                ? phase.percent === null
                  ? words.live.sending
                  : fill(words.live.progress, { percent: phase.percent })
                : null}
            </p>
            {isSending ? null : words.confirmation ? <p>{words.confirmation}</p> : null}
            {isSending ? null : words.kept ? <p>{words.kept}</p> : null}
          </div>
        </div>
        {isSending && phase.percent !== null ? (
          <progress
            value={phase.percent}
            max={100}
            aria-label={words.live.sending}
            className="h-1 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          />
        ) : null}
      </form>
    </Root>
  );
}

/** One sentence at the button for problems that stand at fields above, out of sight on a phone. */
function withSummary(problems: Said[], words: FormProps["words"]): Said[] {
  const own = problems.filter((problem) => problem.message !== words.live.problems);
  const isElsewhere = own.some((problem) => problem.field !== "form");
  return isElsewhere ? [...own, { field: "form", message: words.live.problems }] : own;
}

/** A one-line field that this form may ask for, or not. */
function Line({
  field,
  autoComplete,
  typed,
  asks,
  words,
  problems,
}: Pick<FormProps, "typed" | "asks" | "words"> & {
  field: "name" | "subject" | "orderNumber";
  autoComplete?: string;
  problems: string[];
}) {
  if (asks[field] === "off") return null;
  return (
    <TextInput
      id={field}
      name={field}
      type="text"
      autoComplete={autoComplete}
      label={words.fields[field]}
      aside={asks[field] === "optional" ? words.optional : null}
      required={asks[field] === "required"}
      maxLength={fieldLimits[field]}
      defaultValue={typed?.[field]}
      problems={problems}
    />
  );
}
