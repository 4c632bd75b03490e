"use client";

import { useEffect, useSyncExternalStore } from "react";
import { afterPaint } from "@/app/_ui/after-paint";
import type { Presence } from "@/lib/live/protocol";
import { liveSocket, withSocket } from "./socket";

type People = Presence["people"];

const nobody: People = [];
const byCustomer = new Map<string, People>();
const listeners = new Set<() => void>();
let version = 0;

/** Says who has a customer open or is writing to them, as the server last said. */
export function setPresence({ customerId, people }: Presence): void {
  if (people.length === 0) byCustomer.delete(customerId);
  else byCustomer.set(customerId, people);
  version += 1;
  for (const listener of listeners) listener();
}

/** The others who have this customer open or write to them. Per customer, since one person must not be answered twice. */
export function useOthers(customerId: string, meId: string): People {
  const people = useSyncExternalStore(
    subscribe,
    () => byCustomer.get(customerId) ?? nobody,
    () => nobody,
  );
  return people.some((person) => person.agentId === meId)
    ? people.filter((person) => person.agentId !== meId)
    : people;
}

/** What each colleague has open or writes in, by the colleague; of several, what they write in. */
export function useWhereabouts(): ReadonlyMap<string, People[number]> {
  useSyncExternalStore(
    subscribe,
    () => version,
    () => 0,
  );
  const all = [...byCustomer.values()].flat();
  return new Map(
    all.sort((a, b) => Number(a.isWriting) - Number(b.isWriting)).map((one) => [one.agentId, one]),
  );
}

/** Whoever does not repeat for 8 s is gone: a crash must not look like somebody who reads. See lib/live/presence.ts. */
const REPEAT_VIEWING_MS = 3_000;
const REPEAT_WRITING_MS = 3_000;

/** What is open on this page. */
let viewed: string | null = null;

/** Tells the others what is open here, as long as the page is visible. */
export function useViewing(conversationId: string | null): void {
  useEffect(
    () =>
      withSocket((socket) => {
        function tell() {
          socket.emit("viewing", document.hidden ? null : conversationId);
        }
        viewed = conversationId;
        const stop = afterPaint(tell);
        socket.on("connect", tell);
        document.addEventListener("visibilitychange", tell);
        const timer = setInterval(tell, REPEAT_VIEWING_MS);
        return () => {
          stop();
          clearInterval(timer);
          socket.off("connect", tell);
          document.removeEventListener("visibilitychange", tell);
          viewed = null;
          // Whoever goes on to another one says that instead.
          afterPaint(() => {
            if (viewed === null) socket.emit("viewing", null);
          });
        };
      }),
    [conversationId],
  );
}

let toldWritingAt = 0;

/** Called on every key in a composer; tells the others at most every 4 s. */
export function tellWriting(conversationId: string): void {
  const now = Date.now();
  if (now - toldWritingAt < REPEAT_WRITING_MS) return;
  toldWritingAt = now;
  void liveSocket().then((socket) => socket.emit("writing", conversationId));
}

export function tellStopped(): void {
  if (toldWritingAt === 0) return;
  toldWritingAt = 0;
  void liveSocket().then((socket) => socket.emit("writing", null));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
