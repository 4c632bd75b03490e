"use client";

import { Paperclip, X } from "lucide-react";
import { useRef } from "react";
import { Icon } from "@/app/_ui/icon";
import { fieldLimits } from "@/lib/channels/form/field-limits";
import { fill } from "./fill";
import { Problems } from "./text-input";
import type { FormWords } from "./words";

/**
 * Files by picking or dropping. Without JavaScript it is the browser's own field; with it, files are collected one
 * by one and each can be taken back.
 */
export function FileField({
  words,
  isEnhanced,
  files,
  problems,
  onAdd,
  onRemove,
}: {
  words: FormWords;
  isEnhanced: boolean;
  files: readonly File[];
  problems: readonly string[];
  onAdd(files: File[]): void;
  onRemove(file: File): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const describedBy = `files-hint${problems.length > 0 ? " files-problem" : ""}`;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor="files" className="font-medium type-field">
        {words.fields.files} <span className="font-normal text-ink-2">{words.optional}</span>
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div
        className="flex flex-col gap-1 rounded-row border border-line-strong border-dashed px-4 py-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent has-[input:focus-visible]:outline-offset-2"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          onAdd([...event.dataTransfer.files]);
        }}
      >
        {files.length > 0 ? (
          <ul className="flex flex-col">
            {files.map((file) => (
              <li key={fileKey(file)} className="flex min-h-11 items-center gap-3 text-ink-2 type-field">
                <Icon of={Paperclip} size={18} />
                <span className="min-w-0 flex-1 break-words">
                  <bdi>{file.name}</bdi>, {sizeOf(file, words)}
                </span>
                <button
                  type="button"
                  aria-label={fill(words.live.remove, { name: file.name })}
                  onClick={() => {
                    onRemove(file);
                    input.current?.focus();
                  }}
                  className="-mr-2 grid size-11 shrink-0 place-items-center rounded-control text-ink hover:bg-hover"
                >
                  <Icon of={X} size={18} />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <input
          ref={input}
          id="files"
          name="files"
          type="file"
          multiple
          aria-describedby={describedBy}
          aria-invalid={problems.length > 0 || undefined}
          onChange={(event) => {
            if (!isEnhanced) return;
            onAdd([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
          className={
            isEnhanced
              ? "sr-only"
              : "min-h-11 w-full cursor-pointer text-ink-2 type-field file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-line-strong file:bg-surface file:px-3 file:text-ink"
          }
        />
        {isEnhanced && files.length < fieldLimits.files ? (
          <label
            htmlFor="files"
            className="-mx-2 flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 text-ink-2 type-field hover:bg-hover"
          >
            <Icon of={Paperclip} size={18} />
            <span>
              <span className="text-ink underline underline-offset-4">{words.live.attach}</span>{" "}
              <span className="max-[36rem]:hidden">{words.live.drop}</span>
            </span>
          </label>
        ) : null}
      </div>
      <p id="files-hint" className="text-ink-2 type-row">
        {words.filesHint}
      </p>
      <div aria-live="polite">
        <Problems id="files-problem" problems={problems} />
      </div>
    </div>
  );
}

/** The same file picked twice is one. */
export function fileKey(file: File): string {
  return `${file.name} ${file.size} ${file.lastModified}`;
}

function sizeOf(file: File, words: FormWords): string {
  const { bytes, kilobytes, megabytes, size } = words.live;
  const format = (value: number, digits: number) =>
    value.toLocaleString(document.documentElement.lang || "en", { maximumFractionDigits: digits });
  if (file.size < 1024) return fill(size, { value: format(file.size, 0), unit: bytes });
  if (file.size < 1024 * 1024) return fill(size, { value: format(file.size / 1024, 0), unit: kilobytes });
  return fill(size, { value: format(file.size / 1024 / 1024, 1), unit: megabytes });
}
