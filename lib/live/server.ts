import type { Server, Socket } from "socket.io";
import type { Actor } from "@/lib/access";
import type { ClientToServer, ServerToClient } from "./protocol";

export type SocketData = { actor: Actor; tokens: number; refilledAt: number };

/** One browser window that has a customer open. */
export type Seen = {
  agentId: string;
  name: string;
  customerId: string;
  conversationId: string;
  isWriting: boolean;
};

export type ServerToServer = {
  /** Everybody that one process knows of, whole: said at every change and every few seconds, so that silence is news. */
  presence(part: { process: string; seen: Seen[] }): void;
};

export type LiveServer = Server<ClientToServer, ServerToClient, ServerToServer, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, ServerToServer, SocketData>;
