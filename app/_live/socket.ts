"use client";

import type { Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "@/lib/live/protocol";

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

let socket: Promise<LiveSocket> | undefined;

/** The one connection of this page; its code comes after the first paint, which does not need it. */
export function liveSocket(): Promise<LiveSocket> {
  socket ??= import("socket.io-client").then(({ io }) =>
    io({
      path: "/socket.io",
      transports: ["websocket", "polling"],
      // A desk of many people must not knock all at once after a restart.
      reconnectionDelay: 300,
      reconnectionDelayMax: 5_000,
      randomizationFactor: 0.5,
    }),
  );
  return socket;
}

/**
 * Does something with the connection for as long as a component lives; for effects. What `use` returns undoes it, also
 * when the connection came after the component had gone.
 */
export function withSocket(use: (socket: LiveSocket) => () => void): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  void liveSocket().then((ready) => {
    if (!isOver) stop = use(ready);
  });
  return () => {
    isOver = true;
    stop?.();
  };
}
