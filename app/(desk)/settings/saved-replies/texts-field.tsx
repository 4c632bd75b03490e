"use client";

import { Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { inputClass } from "@/app/_ui/field";
import { IconButton } from "@/app/_ui/icon-button";
import { languages, type WrittenFor } from "@/db/enums";
import { variableNames } from "@/lib/text/variables";

type Draft = WrittenFor & { key: number };

let made = 0;

/** New texts get keys, so that a field keeps its caret when one above it goes. */
export function withKeys(texts: readonly WrittenFor[]): Draft[] {
  return texts.map((text) => {
    made += 1;
    return { ...text, key: made };
  });
}

export type { Draft as KeyedText };

/** One text for each language and way out; the customer's own is chosen when it is used. */
export function TextsField({ texts, onChange }: { texts: readonly Draft[]; onChange(texts: Draft[]): void }) {
  const t = useTranslations("settings.texts");
  const taken = new Set(texts.map((one) => `${one.language} ${one.mode}`));
  const free = [null, ...languages].find((language) => !taken.has(`${language} null`));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-medium">{t("label")}</legend>
      {texts.map((text, index) => (
        <OneText
          key={text.key}
          text={text}
          name={t("nth", { number: index + 1 })}
          isTaken={texts.some(
            (other) => other.key !== text.key && other.language === text.language && other.mode === text.mode,
          )}
          onChange={(next) =>
            onChange(texts.map((one) => (one.key === text.key ? { ...one, ...next } : one)))
          }
          onRemove={() => onChange(texts.filter((one) => one.key !== text.key))}
        />
      ))}
      {free !== undefined && texts.length < 8 ? (
        <div>
          <Button
            icon={Plus}
            onClick={() => onChange([...texts, ...withKeys([{ language: free, mode: null, text: "" }])])}
          >
            {t("add")}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

function OneText({
  text,
  name,
  isTaken,
  onChange,
  onRemove,
}: {
  text: Draft;
  name: string;
  isTaken: boolean;
  onChange(next: Partial<WrittenFor>): void;
  onRemove(): void;
}) {
  const t = useTranslations("settings.texts");
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOpen, setOpen] = useState(false);

  function put(variable: string) {
    const at = field.current?.selectionStart ?? text.text.length;
    onChange({ text: `${text.text.slice(0, at)}{{${variable}}}${text.text.slice(at)}` });
    field.current?.focus();
  }

  return (
    <div className="flex flex-col gap-2 rounded-card border border-line p-3">
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label={t("language")}
          value={text.language ?? ""}
          onChange={(event) =>
            onChange({ language: languages.find((one) => one === event.target.value) ?? null })
          }
          className={`w-40 ${select}`}
        >
          <option value="">{t("anyLanguage")}</option>
          {languages.map((one) => (
            <option key={one} value={one}>
              {t(`languages.${one}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t("way")}
          value={text.mode ?? ""}
          onChange={(event) =>
            onChange({
              mode: (["public", "private"] as const).find((one) => one === event.target.value) ?? null,
            })
          }
          className={`w-40 ${select}`}
        >
          <option value="">{t("anyWay")}</option>
          <option value="private">{t("private")}</option>
          <option value="public">{t("public")}</option>
        </select>
        <span className="ml-auto">
          <IconButton icon={X} label={t("remove")} onClick={onRemove} />
        </span>
      </div>
      {isTaken ? <p className="text-now type-meta">{t("taken")}</p> : null}
      <textarea
        ref={field}
        aria-label={name}
        value={text.text}
        rows={5}
        maxLength={20_000}
        dir="auto"
        lang={text.language ?? undefined}
        onChange={(event) => onChange({ text: event.target.value })}
        className={`${inputClass} h-auto py-2 type-message`}
      />
      <div className="flex flex-wrap gap-1">
        <Button look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t("variables")}
        </Button>
        {isOpen
          ? variableNames.map((variable) => (
              <Button key={variable} onClick={() => put(variable)}>
                {t(`variable.${variable.replace(".", "_")}`)}
              </Button>
            ))
          : null}
      </div>
    </div>
  );
}

const select = "h-8 rounded-control border border-line-strong bg-surface px-2 type-row max-desk:h-11";
