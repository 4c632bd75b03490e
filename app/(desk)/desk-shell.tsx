"use client";

import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Toasts } from "@/app/_ui/toast";
import { useDesk } from "./desk";
import { useKeys } from "./keys";
import { useGo } from "./place";
import { Rail } from "./rail";
import { TriageProvider } from "./triage/actions";

const Help = lazy(async () => ({ default: (await import("./help")).Help }));

/** The frame of the desk: the rail at the left, one screen beside it, and what floats above both. */
export function DeskShell({ children }: { children: ReactNode }) {
  const [helping, setHelping] = useState(false);
  const { me } = useDesk();
  const router = useRouter();
  const go = useGo();

  function toView(view: "queue" | "mine" | "team" | "waiting" | "snoozed" | "resolved") {
    if (location.pathname === "/queue") go({ view, q: "", sort: "due", open: null });
    else router.push(view === "queue" ? "/queue" : `/queue?view=${view}`);
  }

  useKeys(
    {
      "?": () => setHelping(true),
      "g q": () => toView("queue"),
      "g m": () => toView("mine"),
      "g t": () => toView("team"),
      "g w": () => toView("waiting"),
      "g s": () => toView("snoozed"),
      "g r": () => toView("resolved"),
    },
    me.hasKeys,
  );

  function search() {
    if (location.pathname !== "/queue") router.push("/queue");
    else document.dispatchEvent(new CustomEvent("avant:search"));
  }

  return (
    <TriageProvider>
      <div className="flex h-dvh overflow-hidden">
        <Rail onHelp={() => setHelping(true)} onSearch={search} />
        {children}
      </div>
      <Toasts />
      <Suspense fallback={null}>{helping ? <Help onClose={() => setHelping(false)} /> : null}</Suspense>
    </TriageProvider>
  );
}
