"use client";

import { ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { KeyCap } from "@/app/_ui/key-cap";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";

const ANNOUNCE_MS = 5_000;

/** New rows that would have moved others, or that came out of sight: a click, or the full stop, shows them. */
export function Pill({ count, urgent, onShow }: { count: number; urgent: number; onShow(): void }) {
  const t = useTranslations("queue");
  const key = useKeyOf()("arrived");
  const words = count > 0 ? t("arrived", { count, urgent }) : "";
  return (
    <>
      <Said words={words} />
      {count > 0 ? (
        <button
          type="button"
          onClick={onShow}
          data-pill
          className="opens absolute top-0 right-3 z-10 flex h-7 items-center gap-2 rounded-full bg-ink px-3 font-medium text-canvas shadow-float max-desk:h-11"
        >
          <Icon of={ArrowUp} size={14} />
          {words}
          <span className="max-desk:hidden">{key ? <KeyCap keys={key} tone="ink" /> : null}</span>
        </button>
      ) : null}
    </>
  );
}

/** Read aloud politely, at most every five seconds however quickly the words change, and the last ones always. */
function Said({ words }: { words: string }) {
  const [told, tell] = useState("");
  const last = useRef(0);
  useEffect(() => {
    const wait = words === "" ? 0 : Math.max(0, last.current + ANNOUNCE_MS - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      tell(words);
    }, wait);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p role="status" className="sr-only">
      {told}
    </p>
  );
}
