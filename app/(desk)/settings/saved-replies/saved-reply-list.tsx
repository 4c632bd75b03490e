"use client";

import { GraduationCap, MessageSquareText, Paperclip } from "lucide-react";
import { useRouter } from "next/navigation";
import { Suspense, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { inputClass } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Person } from "@/lib/conversations/types";
import type { SavedReplyEntry } from "@/lib/saved-replies/list";
import { useScopeWords } from "./scope-field";

const EditSavedReply = lazy(async () => ({ default: (await import("./edit-saved-reply")).EditSavedReply }));

/** Saved replies by name, narrowed by typing; a line opens to be read and changed. */
export function SavedReplyList({
  replies,
  brands,
  mayEdit,
}: {
  replies: SavedReplyEntry[];
  brands: Person[];
  mayEdit: boolean;
}) {
  const t = useTranslations("settings.savedReplies");
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const wanted = plain(query);
  const found = replies.filter((one) =>
    plain(`${one.name} ${one.texts.map(({ text }) => text).join(" ")}`).includes(wanted),
  );
  const current = replies.find((one) => one.id === open);

  if (replies.length === 0) {
    return (
      <EmptyState icon={MessageSquareText} title={t("empty.title")}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <>
      <input
        type="search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        placeholder={t("search")}
        aria-label={t("search")}
        className={`mb-3 ${inputClass}`}
      />
      {found.length === 0 ? (
        <p className="px-1 py-3 text-ink-2">{t("nothing", { count: replies.length })}</p>
      ) : null}
      <ul className="divide-y divide-line rounded-card border border-line empty:hidden">
        {found.map((reply) => (
          <Line
            key={reply.id}
            reply={reply}
            brands={brands}
            mayEdit={mayEdit}
            onOpen={() => setOpen(reply.id)}
          />
        ))}
      </ul>
      <Suspense fallback={null}>
        {current ? <EditSavedReply reply={current} brands={brands} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </>
  );
}

function Line({
  reply,
  brands,
  mayEdit,
  onOpen,
}: {
  reply: SavedReplyEntry;
  brands: Person[];
  mayEdit: boolean;
  onOpen(): void;
}) {
  const t = useTranslations("settings.savedReplies");
  const format = useFormatter();
  const scopeWords = useScopeWords(brands);
  const router = useRouter();

  function change(call: Promise<unknown>, said: string, undo: (() => Promise<unknown>) | null) {
    call.then(
      () => {
        router.refresh();
        toast({
          tone: "done",
          text: said,
          ...(undo === null
            ? { seconds: 4 }
            : { action: { label: t("undo"), keys: "z", run: () => change(undo(), t("back"), null) } }),
        });
      },
      (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
    );
  }
  const putAway = () => api("DELETE /saved-replies/{id}", { params: { id: reply.id } });
  const takeBack = () => api("POST /saved-replies/{id}/restore", { params: { id: reply.id } });

  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <button
        type="button"
        onClick={onOpen}
        disabled={!mayEdit || reply.isArchived}
        className="min-w-0 flex-1 basis-60 rounded-control text-left"
      >
        <span className="flex items-center gap-2 font-medium">
          <span className="truncate">{reply.name}</span>
          {reply.isModel ? (
            <span className="flex shrink-0 items-center gap-1 font-normal text-accent type-meta">
              <Icon of={GraduationCap} size={15} />
              {t("model")}
            </span>
          ) : null}
          {reply.files.length > 0 ? (
            <span className="flex shrink-0 items-center gap-1 font-normal text-ink-2 type-meta">
              <Icon of={Paperclip} size={13} />
              {t("files", { count: reply.files.length })}
            </span>
          ) : null}
        </span>
        <span className="block truncate text-ink-2" dir="auto">
          {reply.texts[0]?.text.replace(/\s+/g, " ")}
        </span>
        <span className="block text-ink-3 type-meta">
          {scopeWords(reply.scope)}
          {" · "}
          {reply.texts
            .map((text) =>
              [
                text.language ? t(`language.${text.language}`) : t("language.any"),
                text.mode ? t(`mode.${text.mode}`) : null,
              ]
                .filter(Boolean)
                .join(" "),
            )
            .join(", ")}
        </span>
      </button>
      <span className="w-36 text-right text-ink-2 type-meta">
        {reply.uses === 0
          ? t("neverUsed")
          : t("used", {
              count: reply.uses,
              unedited: format.number(reply.unedited / reply.uses, { style: "percent" }),
            })}
      </span>
      {mayEdit ? (
        <Button
          look="plain"
          onClick={() =>
            reply.isArchived
              ? change(takeBack(), t("back"), null)
              : change(putAway(), t("away", { name: reply.name }), takeBack)
          }
        >
          {t(reply.isArchived ? "takeBack" : "putAway")}
        </Button>
      ) : null}
    </li>
  );
}

function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
