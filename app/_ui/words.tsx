"use client";

import { type ComponentProps, type ReactNode, useEffect, useMemo } from "react";
import { IntlProvider, useLocale, useMessages, useTimeZone } from "use-intl";

type Messages = ComponentProps<typeof IntlProvider>["messages"];

/** The words that client components below may use: only the namespaces their screen needs travel to the browser. */
export function Words({
  locale,
  zone,
  messages,
  children,
}: {
  locale: string;
  zone: string;
  messages: Messages;
  children: ReactNode;
}) {
  // Tests and screen readers ask for this: before it, a click falls on HTML that nobody listens to.
  useEffect(() => {
    document.documentElement.dataset.ready = "yes";
    if (/Mac|iPhone|iPad/.test(navigator.userAgent)) document.documentElement.dataset.apple = "";
  }, []);

  return (
    <IntlProvider
      // Dates and hours as most readers of English write them: the day first, 24 hours.
      locale={locale === "en" ? "en-GB" : locale}
      timeZone={zone}
      messages={messages}
      getMessageFallback={getMessageFallback}
      onError={ignore}
    >
      {children}
    </IntlProvider>
  );
}

/** Further words for one part of a screen, beside those it already has. */
export function MoreWords({ messages, children }: { messages: Messages; children: ReactNode }) {
  const before = useMessages();
  const all = useMemo(() => ({ ...before, ...messages }), [before, messages]);
  return (
    <IntlProvider {...useIntlSettings()} messages={all}>
      {children}
    </IntlProvider>
  );
}

function useIntlSettings() {
  return { locale: useLocale(), timeZone: useTimeZone(), getMessageFallback, onError: ignore };
}

/** A missing sentence shows its key; the test of the catalogues is where it is caught. */
function ignore() {}

function getMessageFallback({ key }: { key: string }): string {
  return key;
}
