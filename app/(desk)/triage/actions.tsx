"use client";

import { createContext, type ReactNode, Suspense, useCallback, useContext, useRef, useState } from "react";
import { lazy } from "@/app/_ui/lazy";
import type { QueueRow } from "@/lib/conversations/types";

export type MenuName = "assign" | "team" | "snooze" | "tag" | "noReply" | "why" | "due" | "reason";

export type Triage = {
  resolve(row: QueueRow): void;
  reopen(row: QueueRow): void;
  theirTurn(row: QueueRow): void;
  mine(row: QueueRow): void;
  pin(row: QueueRow): void;
  unread(row: QueueRow): void;
  spam(row: QueueRow): void;
  /** Follow it, or follow it no more. */
  follow(row: QueueRow): void;
  takeNext(): void;
  undo(): void;
  /** Opens the list of choices beside `anchor`. */
  choose(menu: MenuName, row: QueueRow, anchor: Element | null): void;
  called(row: QueueRow): void;
  /** A reply that also resolved is on its way: on to the next; `takeBack` undoes both. */
  answered(row: QueueRow, takeBack: () => void, seconds: number): void;
};

const TriageContext = createContext<Triage | null>(null);

export function useTriage(): Triage {
  const triage = useContext(TriageContext);
  if (!triage) throw new Error("useTriage outside the desk");
  return triage;
}

const Decide = lazy(async () => ({ default: (await import("./decide")).Decide }));

/**
 * Everything that can be decided about a conversation, once; buttons, keys and menus call it from here. How it is done
 * comes right after the first paint: what was decided before then waits for it. Always the same object, so that nobody
 * is drawn again for it.
 */
export function TriageProvider({ children }: { children: ReactNode }) {
  const ready = useRef<Triage>(null);
  const waiting = useRef<Array<(triage: Triage) => void>>([]);

  const [triage] = useState((): Triage => {
    function later<Args extends unknown[]>(act: (triage: Triage, ...args: Args) => void) {
      return (...args: Args) => {
        if (ready.current) act(ready.current, ...args);
        else waiting.current.push((now) => act(now, ...args));
      };
    }
    return {
      resolve: later((now, row: QueueRow) => now.resolve(row)),
      reopen: later((now, row: QueueRow) => now.reopen(row)),
      theirTurn: later((now, row: QueueRow) => now.theirTurn(row)),
      mine: later((now, row: QueueRow) => now.mine(row)),
      pin: later((now, row: QueueRow) => now.pin(row)),
      unread: later((now, row: QueueRow) => now.unread(row)),
      spam: later((now, row: QueueRow) => now.spam(row)),
      follow: later((now, row: QueueRow) => now.follow(row)),
      takeNext: later((now) => now.takeNext()),
      undo: later((now) => now.undo()),
      choose: later((now, menu: MenuName, row: QueueRow, anchor: Element | null) =>
        now.choose(menu, row, anchor),
      ),
      called: later((now, row: QueueRow) => now.called(row)),
      answered: later((now, row: QueueRow, takeBack: () => void, seconds: number) =>
        now.answered(row, takeBack, seconds),
      ),
    };
  });

  const onReady = useCallback((now: Triage) => {
    ready.current = now;
    for (const act of waiting.current.splice(0)) act(now);
  }, []);

  return (
    <TriageContext value={triage}>
      {children}
      <Suspense fallback={null}>
        <Decide onReady={onReady} />
      </Suspense>
    </TriageContext>
  );
}
