"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, Suspense, useEffect } from "react";
import { useTranslations } from "use-intl";
import { lazy } from "@/app/_ui/lazy";
import type { Language } from "@/db/enums";
import { Keyboard } from "./actions/keyboard";
import { show } from "./actions/show";
import { AskHost } from "./asks/ask-host";
import { useDesk } from "./desk";
import { Rail } from "./rail";
import { TriageProvider } from "./triage/actions";
import { Welcome } from "./welcome/welcome";

// Nothing is said before something was done.
const Toasts = lazy(async () => ({ default: (await import("@/app/_ui/toasts")).Toasts }));

const EntryHost = lazy(async () => ({ default: (await import("./by-hand/host")).EntryHost }));

const PromiseHost = lazy(async () => ({ default: (await import("./promises/promise-host")).PromiseHost }));

const Banners = lazy(async () => ({ default: (await import("./notices/banners")).Banners }));

/** The frame of the desk: the rail at the left, one screen beside it, and what floats above both. */
export function DeskShell({ children }: { children: ReactNode }) {
  const t = useTranslations("desk");
  const { me } = useDesk();
  const router = useRouter();

  useAppWorker(me.language);

  function search() {
    if (location.pathname !== "/queue") router.push("/queue");
    else document.dispatchEvent(new CustomEvent("avant:search"));
  }

  return (
    <TriageProvider>
      <a
        href="/queue"
        onClick={toList}
        className="fixed top-1 left-1 z-50 rounded-control bg-ink px-3 py-1.5 text-canvas not-focus:sr-only"
      >
        {t("toList")}
      </a>
      <div
        data-density={me.density}
        className="flex h-dvh overflow-hidden print:block print:h-auto print:overflow-visible"
      >
        <Rail onHelp={() => show("help")} onSearch={search} />
        <div className="flex min-w-0 flex-1 flex-col">
          <Suspense fallback={null}>
            <Banners />
          </Suspense>
          <Welcome />
          <div className="flex min-h-0 flex-1">{children}</div>
        </div>
      </div>
      <AskHost />
      <Keyboard />
      <Suspense fallback={null}>
        <Toasts />
        <EntryHost />
        <PromiseHost />
      </Suspense>
    </TriageProvider>
  );
}

/** Past the rail, for whoever goes by Tab: to the row that has its turn, else to the page itself. */
function toList(event: MouseEvent) {
  event.preventDefault();
  const row = document.querySelector<HTMLElement>("[data-row][tabindex='0'], [data-row]");
  (row ?? document.querySelector<HTMLElement>("main :is(a, button, input, select)"))?.focus();
}

const CALM_MS = 3_000;

/** The desk becomes an app of its own once everything that is seen has come. */
function useAppWorker(language: Language) {
  useEffect(() => {
    const timer = setTimeout(() => {
      void import("@/app/_shell/app-worker").then(({ startWorker }) => startWorker(language));
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, [language]);
}
