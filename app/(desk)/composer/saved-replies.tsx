"use client";

import { useQuery } from "@tanstack/react-query";
import { GraduationCap, Paperclip } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Icon } from "@/app/_ui/icon";
import { listSavedReplies } from "@/app/(desk)/calls";
import type { ConversationView } from "@/lib/conversations/types";
import type { SavedReplyView } from "@/lib/saved-replies/list";
import { pickText } from "@/lib/saved-replies/pick";
import { fillIn, type Values } from "@/lib/text/variables";
import { MarkedText } from "./marked-text";
import { Suggest } from "./suggest";
import { fits } from "./trigger";
import { type ListOfField, useSuggest } from "./use-suggest";

const SHOWN = 30;

/** Texts that are written often: `;` and the beginning of a name find one, the right side shows it filled in. */
export function SavedReplies({
  view,
  mode,
  values,
  query,
  list,
  canSave,
  onPick,
  onSave,
}: {
  view: ConversationView;
  mode: "public" | "private";
  values: Values;
  query: string;
  list: ListOfField;
  /** There are words that could become a saved reply. */
  canSave: boolean;
  onPick(reply: SavedReplyView, text: string): void;
  onSave(): void;
}) {
  const t = useTranslations("composer");
  const id = useId();
  const { data = [], isPending } = useQuery({
    queryKey: held.savedReplies(view.row.id),
    queryFn: () => listSavedReplies(view.row.id),
    staleTime: 60_000,
  });
  const found = data.filter((one) => fits(query, one.name)).slice(0, SHOWN);
  const wanted = { language: view.customer.language, mode, usual: view.brand.language };
  const pick = (reply: SavedReplyView | undefined) => {
    const text = reply && pickText(reply.texts, wanted);
    if (reply && text) onPick(reply, fillIn(text.text, values).text);
  };
  const { at, setAt } = useSuggest({
    list,
    id,
    count: found.length,
    isAsking: query === "",
    onPick: (index) => pick(found[index]),
  });
  const current = found[at];
  const text = current && pickText(current.texts, wanted);
  const filled = text && fillIn(text.text, values);

  return (
    <Suggest
      anchor={list.anchor}
      id={id}
      label={t("savedReplyList")}
      items={found.map((one) => ({
        id: one.id,
        label: one.name,
        lead: one.isModel ? (
          <Icon of={GraduationCap} size={15} className="shrink-0 text-accent" />
        ) : undefined,
        aside: one.uses > 0 ? t("usedTimes", { count: one.uses }) : null,
      }))}
      at={at}
      empty={isPending ? t("looking") : t("noSavedReplies")}
      preview={
        current && text && filled ? (
          <div className="flex flex-col gap-2">
            <p className="text-ink-3 type-meta">
              {[
                current.isModel ? t("model") : null,
                text.language ? t(`inLanguage.${text.language}`) : null,
                text.mode ? t(`mode.short.${text.mode}`) : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p className="words type-row" dir="auto" lang={text.language ?? undefined}>
              <MarkedText text={filled.text} marks={filled.gaps.map((gap) => ({ ...gap, tone: "gap" }))} />
            </p>
            {filled.gaps.length > 0 ? <p className="text-now type-meta">{t("gapsToFill")}</p> : null}
            {current.files.map((file) => (
              <p key={file.id} className="flex items-center gap-1.5 text-ink-2 type-meta">
                <Icon of={Paperclip} size={13} />
                <span className="truncate">{file.name}</span>
              </p>
            ))}
          </div>
        ) : null
      }
      foot={
        canSave ? (
          <button
            type="button"
            onClick={onSave}
            className="h-8 w-full rounded-control px-2.5 text-left text-accent hover:bg-hover max-desk:h-11"
          >
            {t("saveThis")}
          </button>
        ) : null
      }
      onMove={setAt}
      onPick={(picked) => pick(found.find((one) => one.id === picked))}
    />
  );
}
