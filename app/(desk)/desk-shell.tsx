"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Toasts } from "@/app/_ui/toast";
import { Keyboard } from "./actions/act";
import { show } from "./actions/show";
import { useDesk } from "./desk";
import { Rail } from "./rail";
import { TriageProvider } from "./triage/actions";

/** The frame of the desk: the rail at the left, one screen beside it, and what floats above both. */
export function DeskShell({ children }: { children: ReactNode }) {
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
      <Keyboard />
      <Toasts />
    </TriageProvider>
  );
}
