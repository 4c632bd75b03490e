"use client";

import { io, type Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "@/lib/live/protocol";

let socket: Socket<ServerToClient, ClientToServer> | undefined;

/** The one connection of this page; made on first use, websocket first. */
export function liveSocket(): Socket<ServerToClient, ClientToServer> {
  socket ??= io({
    path: "/socket.io",
    transports: ["websocket", "polling"],
    // A desk of many people must not knock all at once after a restart.
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
  });
  return socket;
}
