"use client";

import { Check, TriangleAlert, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "./icon";
import { KeyCap } from "./key-cap";
import { closeToast, onToast, shownToast } from "./toast";

/** The place where toasts appear: one at a time, announced politely, standing still while it has the focus. */
export function Toasts() {
  const t = useTranslations("ui");
  const current = useSyncExternalStore(onToast, shownToast, () => null);
  const seconds = current?.tone === "failed" ? undefined : (current?.seconds ?? 10);

  useEffect(() => {
    if (!current || seconds === undefined) return;
    const id = current.id;
    const timer = setTimeout(function close() {
      if (shownToast()?.id !== id) return;
      if (document.activeElement?.closest("[data-toast]")) setTimeout(close, 1000);
      else closeToast();
    }, seconds * 1000);
    return () => clearTimeout(timer);
  }, [current, seconds]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-3 bottom-20 z-50 flex justify-start desk:right-auto desk:bottom-4 desk:left-[13.5rem]"
    >
      {current ? (
        <div
          key={current.id}
          data-toast
          className={`opens pointer-events-auto relative flex max-w-120 items-center gap-3 overflow-hidden rounded-row py-2 pr-2 pl-3 shadow-float ${
            current.tone === "failed" ? "border-[1.5px] border-now bg-surface text-ink" : "bg-ink text-canvas"
          }`}
        >
          <Icon
            of={current.icon ?? (current.tone === "failed" ? TriangleAlert : Check)}
            className={current.tone === "failed" ? "text-now" : ""}
          />
          <span>{current.text}</span>
          {current.action && seconds !== undefined ? <Countdown key={current.id} from={seconds} /> : null}
          {current.action ? (
            <button
              type="button"
              onClick={() => {
                const action = current.action;
                closeToast();
                action?.run();
              }}
              className={`inline-flex h-7 shrink-0 items-center gap-2 rounded-control px-2 font-semibold hover:underline ${
                current.tone === "failed" ? "text-accent" : ""
              }`}
            >
              {current.action.label}
              {current.action.keys ? <KeyCap keys={current.action.keys} tone="ink" /> : null}
            </button>
          ) : null}
          {current.also ? (
            <button
              type="button"
              onClick={() => {
                const also = current.also;
                closeToast();
                also?.run();
              }}
              className="inline-flex h-7 shrink-0 items-center gap-2 rounded-control px-2 font-semibold hover:underline"
            >
              {current.also.label}
              {current.also.keys ? <KeyCap keys={current.also.keys} tone="ink" /> : null}
            </button>
          ) : null}
          {current.tone === "failed" ? (
            <button
              type="button"
              onClick={closeToast}
              aria-label={t("close")}
              className="inline-flex size-7 shrink-0 items-center justify-center rounded-control hover:bg-hover"
            >
              <Icon of={X} />
            </button>
          ) : (
            <span
              aria-hidden
              className="empties absolute inset-x-0 bottom-0 h-0.5 bg-canvas/50"
              style={{ animationDuration: `${seconds ?? 10}s` }}
            />
          )}
        </div>
      ) : null}
    </div>
  );
}

function Countdown({ from }: { from: number }) {
  const t = useTranslations("time");
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  // The bar and the number are for the eye: read aloud every second they would drown the sentence.
  return (
    <span aria-hidden className="shrink-0 opacity-70">
      {t("seconds", { n: left })}
    </span>
  );
}
