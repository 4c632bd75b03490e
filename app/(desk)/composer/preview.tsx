"use client";

import { useTranslations } from "use-intl";
import { OurText } from "@/app/(desk)/conversation/linked-text";
import type { ConversationView, ReplyWay } from "@/lib/conversations/types";
import { markdownToText } from "@/lib/text/markdown";
import type { Below } from "./below";

/** How the words leave: with their marks where the channel carries them, plain elsewhere, and what stands below. */
export function Preview({
  view,
  way,
  text,
  below,
}: {
  view: ConversationView;
  way: ReplyWay;
  text: string;
  below: Below;
}) {
  const t = useTranslations("composer");
  const signature = way.hasSignature && below.hasSignature ? view.signature : null;
  return (
    <section className="scrolls flex max-h-80 min-h-16 flex-col gap-3 py-1" aria-label={t("preview")}>
      <p className="words type-message" dir="auto">
        {way.hasMarks ? <OurText text={text.trim()} /> : markdownToText(text)}
      </p>
      {signature === null ? null : (
        <p className="words type-message" dir="auto">
          <OurText text={signature} />
        </p>
      )}
      {way.hasHistory && below.hasHistory ? (
        <p className="border-line-strong border-l-2 pl-3 text-ink-3 type-meta">{t("historyHere")}</p>
      ) : null}
    </section>
  );
}
