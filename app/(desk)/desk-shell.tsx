"use client";

import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Toasts } from "@/app/_ui/toast";
import { Keyboard } from "./actions/act";
import { useDesk } from "./desk";
import { Rail } from "./rail";
import { TriageProvider } from "./triage/actions";

const Help = lazy(async () => ({ default: (await import("./help")).Help }));

/** The frame of the desk: the rail at the left, one screen beside it, and what floats above both. */
export function DeskShell({ children }: { children: ReactNode }) {
  const [shown, show] = useState<"help" | "palette" | null>(null);
  const { me } = useDesk();
  const router = useRouter();

  function search() {
    if (location.pathname !== "/queue") router.push("/queue");
    else document.dispatchEvent(new CustomEvent("avant:search"));
  }

  return (
    <TriageProvider>
      <div data-density={me.density} className="flex h-dvh overflow-hidden">
        <Rail onHelp={() => show("help")} onSearch={search} />
        {children}
      </div>
      <Keyboard onShow={show} />
      <Toasts />
      <Suspense fallback={null}>{shown === "help" ? <Help onClose={() => show(null)} /> : null}</Suspense>
    </TriageProvider>
  );
}
