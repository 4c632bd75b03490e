"use client";

import { Send } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { toast } from "@/app/_ui/toast";
import { cancelDelivery } from "@/app/(desk)/calls";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Mode } from "./modes";

export type Underway = {
  deliveryId: string;
  sendAfter: string;
  startedAt: number;
  mode: Mode;
  text: string;
  name: string;
};

/** The seconds in which a reply can still be taken back: in words, as a bar that empties, with a button and `z`. */
export function Sending({
  underway,
  onDone,
  onTakenBack,
}: {
  underway: Underway;
  onDone(): void;
  onTakenBack(text: string): void;
}) {
  const t = useTranslations("composer.sending");
  const ui = useTranslations("ui");
  const end = Date.parse(underway.sendAfter);
  const [left, setLeft] = useState(() => secondsUntil(end));

  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(end)), 250);
    return () => clearInterval(timer);
  }, [end]);

  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) onDone();
  }, [isOver, onDone]);

  function takeBack() {
    cancelDelivery(underway.deliveryId).then(
      () => onTakenBack(underway.text),
      (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
    );
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: offered once for each reply.
  useEffect(() => offerUndo(takeBack, secondsUntil(end)), [underway.deliveryId]);

  if (isOver) return null;
  return (
    <section className="opens relative mx-4 mb-2 shrink-0 overflow-hidden rounded-card border border-line bg-surface px-4 pt-2.5 pb-3.5 max-desk:mx-2.5">
      <div className="flex items-center gap-2.5">
        <Icon of={Send} className={underway.mode === "public" ? "text-public" : "text-accent"} />
        <p role="status" className="font-semibold">
          {t(underway.mode, { name: underway.name, seconds: left })}
        </p>
        <span className="ml-auto">
          <Button keys="z" onClick={takeBack}>
            {ui("undo")}
          </Button>
        </span>
      </div>
      <p className="truncate text-ink-2" dir="auto">
        {underway.text}
      </p>
      <span aria-hidden className="absolute inset-x-0 bottom-0 h-[3px] bg-line">
        <span
          className={`empties block h-full ${underway.mode === "public" ? "bg-public" : "bg-accent"}`}
          style={{ animationDuration: `${Math.max(0, end - underway.startedAt)}ms` }}
        />
      </span>
    </section>
  );
}

function secondsUntil(end: number): number {
  return Math.max(0, Math.ceil((end - Date.now()) / 1000));
}
