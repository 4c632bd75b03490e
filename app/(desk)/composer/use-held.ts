"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "@/app/_client/api-error";
import { held } from "@/app/_live/keys";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { NewerThings } from "@/lib/conversations/types";
import type { Finding } from "@/lib/replies/check-public";
import { findingsOf } from "./findings";
import { newerThings } from "./send";

/** Asks the server something about a held reply, and shows what it finds newer, or private, instead of an error. */
export function useHeld(conversationId: string) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [newer, setNewer] = useState<NewerThings | null>(null);
  const [findings, setFindings] = useState<Finding[]>([]);

  async function run<T>(ask: () => Promise<T>): Promise<T | null> {
    setBusy(true);
    setNewer(null);
    setFindings([]);
    try {
      return await ask();
    } catch (error) {
      const things = newerThings(error);
      const facts = error instanceof ApiError ? findingsOf(error) : [];
      if (things) setNewer(things);
      else if (facts.length > 0) setFindings(facts);
      else toast({ tone: "failed", text: wordsOf(error) });
      return null;
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: held.conversation(conversationId) });
    }
  }

  return { isBusy, newer, findings, run, forget: () => setNewer(null) };
}
