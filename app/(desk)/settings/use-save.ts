"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";

/**
 * Sends a form: `busy` while it is under way, `failed` the sentence why not, and what was typed stays. Done, it says so
 * and goes on to `to`, or draws this page anew.
 */
export function useSave() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function save(call: () => Promise<unknown>, then: { said: string; to?: string; undo?: Undo }) {
    setBusy(true);
    setFailed(null);
    try {
      await call();
      if (then.undo) {
        const { label, run } = then.undo;
        toast({
          tone: "done",
          text: then.said,
          action: { label, keys: "z", run: () => void run().then(() => router.refresh(), tellFailed) },
        });
      } else toast({ tone: "done", text: then.said, seconds: 4 });
      if (then.to) router.push(then.to);
      router.refresh();
      return true;
    } catch (error) {
      setFailed(wordsOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, failed, save };
}

type Undo = { label: string; run(): Promise<unknown> };

function tellFailed(error: unknown): void {
  toast({ tone: "failed", text: wordsOf(error) });
}
