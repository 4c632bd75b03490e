"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Check, Circle, Scale } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { held } from "@/app/_live/keys";
import { Button, buttonClass } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useNow } from "@/app/_ui/now";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { PrivacyRequest } from "@/lib/privacy/list-requests";
import { EraseDialog } from "./erase-dialog";
import { useCalendarDay } from "./use-calendar-day";
import { privacyKey } from "./use-request";

/** What a request needs, in order, with what is done already read from what happened. */
export function Steps({ request }: { request: PrivacyRequest }) {
  const t = useTranslations("privacy");
  const s = useTranslations("privacy.steps");
  const { me } = useDesk();
  const client = useQueryClient();
  // The locale says a country too, and the archive knows languages.
  const language = useLocale().slice(0, 2);
  const day = useCalendarDay();
  const now = useNow();
  const [erasing, setErasing] = useState(false);
  const mayHandle = me.role === "manager" || me.role === "admin" || me.role === "owner";
  const mayErase = me.role === "admin" || me.role === "owner";
  const isOpen = request.doneAt === null;

  async function run(act: () => Promise<unknown>, said?: string) {
    try {
      await act();
      if (said) toast({ tone: "done", text: said });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
    void client.invalidateQueries({ queryKey: privacyKey });
    void client.invalidateQueries({ queryKey: held.conversations });
  }
  const params = { id: request.conversationId };
  const customer = { id: request.customerId };

  return (
    <section aria-label={t("title")} className="flex flex-col gap-3 rounded-row bg-sunken px-3 py-3">
      <header className="flex items-start gap-2.5">
        <Icon of={Scale} size={15} className="mt-0.5 shrink-0 text-ink-2" />
        <p className="min-w-0">
          <span className="block font-medium">{t(`kindTexts.${request.kind}`)}</span>
          <span className="block text-ink-2">
            {t("askedOn", { date: day(request.askedAt) })} ·{" "}
            {t(Date.parse(request.dueAt) < now ? "lateSince" : "dueOn", { date: day(request.dueAt) })}
          </span>
          {request.extendedBecause ? (
            <span className="block text-ink-2">{t("extended", { because: request.extendedBecause })}</span>
          ) : null}
        </p>
      </header>
      <ol aria-label={s("title")} className="flex flex-col gap-3">
        <Step isDone={!isOpen} text={s("identity")} hint={s("identityHint")} />
        {request.kind === "objection" && isOpen ? (
          <Step isDone={false} text={s("profile")} hint={s("profileHint")}>
            <Button
              onClick={() =>
                void run(() => api("PUT /customers/{id}/no-profile", { params: customer }), s("profileDone"))
              }
            >
              {s("profile")}
            </Button>
          </Step>
        ) : null}
        <Step
          isDone={request.exportedAt !== null}
          text={request.exportedAt ? s("exported", { date: day(request.exportedAt) }) : s("export")}
          hint={s("exportHint")}
        >
          {mayHandle && !request.erasedAt ? (
            <a
              download
              href={`/api/v1/customers/${request.customerId}/everything?language=${language}`}
              className={buttonClass("outline")}
              onClick={() => setTimeout(() => void client.invalidateQueries({ queryKey: privacyKey }), 1500)}
            >
              {t("export.button")}
            </a>
          ) : null}
        </Step>
        <Step
          isDone={request.answeredAt !== null}
          text={request.answeredAt ? s("answered", { date: day(request.answeredAt) }) : s("answer")}
          hint={request.kind === "erasure" ? s("answerHint") : null}
        />
        {request.kind === "erasure" || request.erasedAt ? (
          <Step
            isDone={request.erasedAt !== null}
            text={request.erasedAt ? s("erased", { date: day(request.erasedAt) }) : s("erase")}
            hint={mayErase ? s("eraseHint") : s("eraseNot")}
          >
            {mayErase && !request.erasedAt ? (
              <Button look="danger" onClick={() => setErasing(true)}>
                {s("erase")}
              </Button>
            ) : null}
          </Step>
        ) : null}
        <Step
          isDone={!isOpen}
          text={
            request.doneAt
              ? t("doneBy", { date: day(request.doneAt), name: request.doneByName ?? "" })
              : s("close")
          }
          hint={s("closeHint")}
        >
          {isOpen && mayHandle ? (
            <Button
              look="accent"
              onClick={() => void run(() => api("POST /conversations/{id}/privacy/done", { params }))}
            >
              {s("close")}
            </Button>
          ) : null}
        </Step>
      </ol>
      {isOpen && mayHandle && !request.extendedBecause && Date.parse(request.dueAt) > now ? (
        <Extend
          onExtend={(because) =>
            void run(() => api("POST /conversations/{id}/privacy/extend", { params, body: { because } }))
          }
        />
      ) : null}
      {mayHandle ? (
        <Go href="/privacy" className="font-medium text-accent underline-offset-4 hover:underline">
          {t("title")}
        </Go>
      ) : null}
      {erasing ? (
        <EraseDialog
          customerId={request.customerId}
          onClose={() => {
            setErasing(false);
            void client.invalidateQueries({ queryKey: privacyKey });
          }}
        />
      ) : null}
    </section>
  );
}

function Step({
  isDone,
  text,
  hint,
  children,
}: {
  isDone: boolean;
  text: string;
  hint: string | null;
  children?: ReactNode;
}) {
  return (
    <li className="flex items-start gap-2.5">
      <Icon of={isDone ? Check : Circle} size={15} className="mt-0.5 shrink-0 text-ink-2" />
      <div className="flex min-w-0 flex-col items-start gap-1.5">
        <p>
          {text}
          {hint && !isDone ? <span className="block text-ink-2">{hint}</span> : null}
        </p>
        {children}
      </div>
    </li>
  );
}

function Extend({ onExtend }: { onExtend(because: string): void }) {
  const s = useTranslations("privacy.steps");
  const [because, setBecause] = useState("");
  return (
    <details>
      <summary className="cursor-pointer text-ink-2">{s("extend")}</summary>
      <form
        className="mt-2 flex flex-col items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          onExtend(because);
        }}
      >
        <p className="text-ink-2">{s("extendHint")}</p>
        <TextField
          label={s("because")}
          required
          maxLength={1000}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
        <Button type="submit">{s("extendSave")}</Button>
      </form>
    </details>
  );
}
