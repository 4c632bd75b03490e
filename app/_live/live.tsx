"use client";

import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { toast } from "@/app/_ui/toast";
import type { ChangePush, SinceAnswer } from "@/lib/live/protocol";
import { applyPush } from "./cache";
import type { Me } from "./lists";
import { setPresence } from "./presence";
import { liveSocket } from "./socket";

export type Connection = { state: "connecting" | "live" | "offline"; since: number };

const ConnectionState = createContext<Connection>({ state: "connecting", since: 0 });

export function useConnection(): Connection {
  return useContext(ConnectionState);
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
  const format = useFormatter();
  const [connection, setConnection] = useState<Connection>({ state: "connecting", since: 0 });

  useEffect(() => {
    const socket = liveSocket();
    let seq: string | null = drawnSeq || null;
    let lostAt: number | null = null;

    function onChange(push: ChangePush) {
      if (seq !== null && push.seq <= seq) return;
      seq = push.seq;
      applyPush(client, push, me);
    }

    function onConnect() {
      // Between the first paint and this moment, and while the line was cut, things happened: ask for them.
      socket.timeout(8_000).emit("since", seq, (error, answer) => {
        if (error) socket.disconnect().connect();
        else catchUp(answer);
      });
    }

    function catchUp(answer: SinceAnswer) {
      setConnection({ state: "live", since: Date.now() });
      for (const presence of answer.people) setPresence(presence);
      let changes = 0;
      if (answer.kind === "patch") {
        changes = answer.push.rows.length + answer.push.gone.length;
        onChange(answer.push);
      } else {
        seq = answer.seq;
        void client.invalidateQueries();
      }
      if (lostAt === null) return;
      const away = Date.now() - lostAt;
      lostAt = null;
      if (away < 10_000) return;
      const time = format.number(Math.max(1, Math.round(away / (away < 90_000 ? 1000 : 60_000))));
      const params = { time, unit: away < 90_000 ? "s" : "min", changes };
      toast({ tone: "done", text: t(answer.kind === "patch" ? "backWith" : "back", params) });
    }

    function onLost() {
      lostAt ??= Date.now();
      setConnection({ state: "offline", since: lostAt });
    }

    function onBye() {
      location.reload();
    }

    function onChannels() {
      void client.invalidateQueries({ queryKey: ["channels"] });
    }

    socket.on("connect", onConnect);
    socket.on("disconnect", onLost);
    socket.on("change", onChange);
    socket.on("presence", setPresence);
    socket.on("channels", onChannels);
    socket.on("bye", onBye);
    if (socket.connected) onConnect();
    else socket.connect();
    return () => {
      socket.off("connect", onConnect);
      socket.off("disconnect", onLost);
      socket.off("change", onChange);
      socket.off("presence", setPresence);
      socket.off("channels", onChannels);
      socket.off("bye", onBye);
    };
  }, [client, me, drawnSeq, t, format]);

  return <ConnectionState value={connection}>{children}</ConnectionState>;
}
