import { setTimeout as pause } from "node:timers/promises";
import { Server } from "socket.io";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/access";
import { Presences } from "./presence";
import type { LiveServer } from "./server";

const hannah: Actor = {
  kind: "agent",
  id: "hannah",
  name: "Hannah Whitlock",
  role: "owner",
  language: "en",
  teamIds: [],
  brandIds: [],
  sessionId: "s",
};

test("a process that is killed takes everybody in it along, within ten seconds", async () => {
  const io: LiveServer = new Server();
  const presences = new Presences(io, () => ["all"]);
  const seen = [
    {
      agentId: "tom",
      name: "Tom Verhaegen",
      customerId: "ben",
      conversationId: "kettle",
      isWriting: true,
    },
  ];
  const heardAt = Date.now();
  presences.hear({ process: "the other one", seen });
  expect(presences.all(hannah)).toMatchObject([{ customerId: "ben", people: [{ agentId: "tom" }] }]);
  // It says nothing any more: neither that they are there nor that they went.
  while (presences.all(hannah).length > 0 && Date.now() - heardAt < 15_000) await pause(100);
  expect(Date.now() - heardAt).toBeLessThan(10_000);
  // One that says it has nobody is believed at once.
  presences.hear({ process: "a third", seen });
  presences.hear({ process: "a third", seen: [] });
  expect(presences.all(hannah)).toEqual([]);
  presences.stop();
});
