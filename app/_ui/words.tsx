"use client";

import { type ComponentProps, type ReactNode, useEffect } from "react";
import { IntlProvider } from "use-intl";

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
  }, []);

  return (
    <IntlProvider
      locale={locale}
      timeZone={zone}
      messages={messages}
      getMessageFallback={({ key }) => key}
      onError={ignore}
    >
      {children}
    </IntlProvider>
  );
}

/** A missing sentence shows its key; the test of the catalogues is where it is caught. */
function ignore() {}
