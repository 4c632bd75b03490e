"use client";

import { notifyManager, QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/app/_ui/toast";
import { type Connection, follow } from "./follow";
import { held } from "./keys";
import type { Me } from "./lists";
import { withSocket } from "./socket";

const WORTH_SAYING_MS = 4_000;

// What a key did is drawn in the frame of that key, and not after a timer.
notifyManager.setScheduler(queueMicrotask);

const connecting: Connection = { state: "connecting", since: 0 };
const listeners = new Set<() => void>();
let connection = connecting;

/**
 * How the line stands, in no context: when one changes, React draws anew everything below it whose code has not come
 * yet, and takes away meanwhile what the server drew.
 */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connectionNow, () => connecting);
}

/** The same at this moment, for what asks only when something is done. */
export function connectionNow(): Connection {
  return connection;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setConnection(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}

/** What the server said, held for the screens below and kept true by its pushes. */
export function Live({ me, seq, children }: { me: Me; seq: string; children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: Number.POSITIVE_INFINITY,
            gcTime: 10 * 60_000,
            refetchOnWindowFocus: false,
            retry: 2,
          },
        },
      }),
  );
  return (
    <QueryClientProvider client={client}>
      <Pushes me={me} seq={seq}>
        {children}
      </Pushes>
    </QueryClientProvider>
  );
}

function Pushes({ me, seq: drawnSeq, children }: { me: Me; seq: string; children: ReactNode }) {
  const client = useQueryClient();
  const t = useTranslations("live");

  useEffect(
    () =>
      withSocket((socket) =>
        follow(socket, {
          client,
          me,
          from: drawnSeq || null,
          onState: setConnection,
          onViews: () => {
            void client.invalidateQueries({ queryKey: held.views });
            void client.invalidateQueries({ queryKey: held.viewCounts });
          },
          onCustomers: () => {
            for (const key of ["customer", "customers", "suggestions", "signals"])
              void client.invalidateQueries({ queryKey: [key] });
          },
          onChannels: () => void client.invalidateQueries({ queryKey: held.channels }),
          onReturn({ awayMs, changes }) {
            if (awayMs < WORTH_SAYING_MS) return;
            const inSeconds = awayMs < 90_000;
            const params = {
              time: Math.max(1, Math.round(awayMs / (inSeconds ? 1000 : 60_000))),
              unit: inSeconds ? "s" : "min",
            };
            toast({
              tone: "done",
              text: changes === null ? t("back", params) : t("backWith", { ...params, changes }),
            });
          },
        }),
      ),
    [client, me, drawnSeq, t],
  );

  return children;
}
