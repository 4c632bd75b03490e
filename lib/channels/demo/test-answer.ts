import type { Outgoing } from "@/lib/channels/channel";

/** What we send into the demo: an answer to somebody, in public. */
export function testAnswer(to: string, text: string): Outgoing {
  return {
    messageId: "m",
    externalId: "<m@marmelune.example>",
    mode: "public",
    from: { name: "Marmelune", agentName: "Tom" },
    to: [to],
    cc: [],
    bcc: [],
    subject: null,
    text,
    answers: null,
    replaces: null,
    history: [],
    zone: "Europe/Paris",
    references: [],
    threadKey: null,
    token: "signed-token",
    files: [],
    automatic: false,
    language: "fr",
  };
}
