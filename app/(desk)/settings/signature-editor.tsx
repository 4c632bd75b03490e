"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { languages } from "@/db/enums";
import type { Signature } from "@/lib/signatures/choose";
import { useSave } from "./use-save";

/** What stands below mails: one text for all, and one of its own for any language. Variables are filled in for each customer. */
export function SignatureEditor({
  signature,
  hint,
  onSave,
}: {
  signature: Signature;
  hint: string;
  onSave(signature: Signature): Promise<unknown>;
}) {
  const t = useTranslations("settings.signature");
  const [text, setText] = useState(signature.text ?? "");
  const [own, setOwn] = useState(signature.in);
  const { busy, failed, save } = useSave();
  const free = languages.filter((language) => own[language] === undefined);

  return (
    <div className="flex flex-col gap-4">
      <TextArea
        label={t("label")}
        hint={hint}
        error={failed ?? undefined}
        value={text}
        maxLength={1000}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
      />
      {languages
        .filter((language) => own[language] !== undefined)
        .map((language) => (
          <TextArea
            key={language}
            label={t(`in.${language}`)}
            value={own[language] ?? ""}
            maxLength={1000}
            lang={language}
            onChange={(event) => setOwn({ ...own, [language]: event.target.value })}
          />
        ))}
      <div className="flex flex-wrap gap-2">
        {free.map((language) => (
          <Button key={language} onClick={() => setOwn({ ...own, [language]: text })}>
            {t(`add.${language}`)}
          </Button>
        ))}
        <span className="ml-auto">
          <Button
            look="accent"
            disabled={busy}
            onClick={() =>
              void save(() => onSave({ text: text.trim() || null, in: own }), { said: t("saved") })
            }
          >
            {t("save")}
          </Button>
        </span>
      </div>
    </div>
  );
}
