"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import type { Language } from "@/db/enums";

/**
 * Talks with public/embed.js of the page that shows the form: tells its height and the Escape key, takes the wish
 * to be focused. Only the named origin is spoken to and listened to.
 */
export function Frame({
  host,
  language,
  theme,
  children,
}: {
  host: string | null;
  language: Language;
  theme: "light" | "dark" | undefined;
  children: ReactNode;
}) {
  const root = useRef<HTMLDivElement>(null);

  // The root layout knows the browser's language and theme, not the ones in the address.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    if (theme) document.documentElement.dataset.theme = theme;
  }, [language, theme]);

  useEffect(() => {
    const element = root.current;
    if (!host || !element || window.parent === window) return;
    const tell = (message: object) => window.parent.postMessage({ from: "avant-form", ...message }, host);
    const size = new ResizeObserver(() =>
      tell({ height: Math.ceil(element.getBoundingClientRect().height) }),
    );
    size.observe(element);

    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) tell({ escape: true });
    };
    const onMessage = (event: MessageEvent) => {
      if (event.origin !== host || event.source !== window.parent) return;
      if (event.data?.to === "avant-form" && event.data.focus === true) {
        element.querySelector<HTMLElement>("[data-first], h1[tabindex]")?.focus();
      }
    };
    window.addEventListener("keydown", onKey);
    window.addEventListener("message", onMessage);
    return () => {
      size.disconnect();
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("message", onMessage);
    };
  }, [host]);

  return <div ref={root}>{children}</div>;
}
