import { z } from "zod";
import english from "@/messages/en.json";
import type { AnyChannel } from "./registry";

/** docs/channels.md: what each channel can and cannot do, made from what its code declares. */
export function channelsPage(channels: readonly AnyChannel[]): string {
  const shown = channels.filter(({ kind }) => !kind.startsWith("demo"));
  return `${[
    "# Channels: what each can and cannot do",
    "",
    "Made from the declarations in `lib/channels/*/index.ts`; a test compares (`npx vitest run",
    "lib/channels/channels-page.test.ts -u` writes it anew). The screens ask the same declarations and never the name of a",
    "network. What is not in the table is served by the API channel: see the end of this page.",
    "",
    "## At a glance",
    "",
    row(["Channel", "In", "Out", "Edits", "Deletions", "Files out", "Length", "Window", "Beside"]),
    row(Array.from({ length: 9 }, () => "---")),
    ...shown.map((channel) =>
      row([
        `[${nameOf(channel)}](#${anchorOf(channel)})`,
        waysIn(channel).join(", "),
        waysOut(channel).join(", "),
        channel.can.edits ? "followed" : "no",
        channel.can.deletes ? "followed" : "no",
        channel.can.attachments === null ? "no" : `${channel.can.attachments.max}`,
        channel.can.maxLength === null ? "any" : number(channel.can.maxLength),
        windowOf(channel) ?? "none",
        beside(channel).join(", ") || "—",
      ]),
    ),
    "",
    "“Followed” means: when the author changes or deletes their words on the network, the message here shows it, with the",
    "old text kept as a version. “Window” is how long after the customer’s last message a private reply is accepted.",
    ...shown.flatMap((channel) => ["", ...part(channel)]),
    "",
    closing,
  ].join("\n")}\n`;
}

const words = z.looseObject({
  name: z.string(),
  about: z.string().optional(),
  guide: z.record(z.string(), z.string()).default({}),
  fields: z.record(z.string(), z.string()).default({}),
});

function wordsOf(channel: AnyChannel): z.output<typeof words> {
  return words.parse(Reflect.get(english.channels, channel.kind));
}

function nameOf(channel: AnyChannel): string {
  return wordsOf(channel).name;
}

function anchorOf(channel: AnyChannel): string {
  return nameOf(channel)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

function waysIn({ listen, poll, pollSeconds, webhook, feed, can }: AnyChannel): string[] {
  return [
    ...(listen ? ["live connection"] : []),
    ...(poll ? [`asked every ${every(pollSeconds ?? 60)}`] : []),
    ...(webhook ? ["webhook"] : []),
    ...(feed ? ["API"] : []),
    ...(can.byHand === "note" ? ["typed in"] : []),
    ...(can.byHand === "link" ? ["pasted link"] : []),
  ];
}

function waysOut({ can }: AnyChannel): string[] {
  const out = can.reply.map((mode) =>
    mode === "public" && can.singleAnswer ? "one public answer, which can be changed" : `${mode} reply`,
  );
  if (can.repliesThrough !== null) out.push("reply by e-mail");
  return out.length > 0 ? out : ["a link to answer there"];
}

function windowOf({ can }: AnyChannel): string | null {
  if (can.replyWindowHours === null) return null;
  const whole = hours(can.replyWindowHours);
  return can.freeWindowHours === null ? whole : `${whole} (automatic ones ${hours(can.freeWindowHours)})`;
}

function beside({ can, signIn }: AnyChannel): string[] {
  return [
    ...can.act,
    ...(can.search ? ["finds posts that name the brand"] : []),
    ...(can.rating ? ["stars"] : []),
    ...(can.subject ? ["subject"] : []),
    ...(can.recipients ? ["Cc and Bcc"] : []),
    ...(can.history ? ["quotes what was said"] : []),
    ...(can.sentLookup ? ["looks up after a crash what has left"] : []),
    ...(signIn ? ["sign-in with the network"] : []),
  ];
}

function part(channel: AnyChannel): string[] {
  const { can, guide, toleranceHours } = channel;
  const said = wordsOf(channel);
  return [
    `## ${said.name}`,
    "",
    ...(said.about ? [said.about, ""] : []),
    `- **In:** ${waysIn(channel).join(", ")}. Edits are ${can.edits ? "followed" : "not told"}, deletions ${can.deletes ? "followed" : "not told"}.`,
    `- **Out:** ${waysOut(channel).join(", ")}${can.act.length > 0 ? `; on the network: ${can.act.join(", ")}` : ""}.`,
    `- **Text:** ${can.maxLength === null ? "no limit" : `up to ${number(can.maxLength)}, counted as \`${can.counting}\``}${can.namesReaders ? "; whoever is answered is named in it, which counts" : ""}.`,
    `- **Files:** ${can.attachments === null ? "none go out" : `up to ${can.attachments.max} of ${megabytes(can.attachments.maxBytes)} each`}.`,
    `- **Window:** ${windowOf(channel) ?? "none"}. People expect a first answer within ${hours(toleranceHours)} of opening time.`,
    ...(guide.length > 0
      ? [
          "- **To connect it:**",
          ...guide.map((each) => {
            const { step, href, copy } =
              typeof each === "string" ? { step: each } : { href: undefined, copy: undefined, ...each };
            const tail = [
              ...(href ? [`<${href}>`] : []),
              ...(copy
                ? [`(copy: ${copy === "webhook" ? "the callback address" : "the address to come back to"})`]
                : []),
            ];
            return `  1. ${[said.guide[step] ?? step, ...tail].join(" ")}`;
          }),
        ]
      : []),
  ];
}

function every(seconds: number): string {
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} min` : `${seconds} s`;
}

function hours(count: number): string {
  return count % 24 === 0 && count > 24 ? `${count / 24} days` : `${count} h`;
}

function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${Math.round(bytes / 1024 / 1024)} MB`;
}

function number(count: number): string {
  return count.toLocaleString("en-GB");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

const closing = `## What has no channel of its own yet

YouTube, LinkedIn, Reddit, WhatsApp, SMS, Google and the app stores are not built in. The interface fits them, and until
somebody writes their folder the **API channel** serves them: a small program of yours hands over what people say and
publishes what you answer. [docs/api-channel.md](api-channel.md) has a whole one in thirty lines, which a test runs.

Give each source a channel of its own, so that each has its own targets, team and health line. What goes where:

| Source | What your program reads | \`id\` | \`thread\` | Author | Public | What it does with a reply |
| --- | --- | --- | --- | --- | --- | --- |
| Reddit | comments under posts that name you (\`/r/…/comments\`, inbox) | \`t1_…\` | \`t3_…\` of the post | handle | yes | \`POST /api/comment\` below that \`id\` |
| YouTube | \`commentThreads.list\` of your videos | comment id | video id | channel id | yes | \`comments.insert\` with the parent |
| LinkedIn | comments of your organisation's posts | comment URN | post URN | member URN | yes | a comment below that URN |
| WhatsApp | the Cloud API's webhook, \`messages\` | \`wamid…\` | phone number | phone | no | \`POST /messages\` to that number, within 24 h |
| SMS | your provider's inbound webhook | its message id | phone number | phone | no | the provider's send call |
| Google reviews | \`accounts.locations.reviews.list\` | review name | review name | display name | yes, with stars | \`updateReply\`: one answer, changed by the next |
| App stores | the store's reviews list | review id | review id | nickname | yes, with stars | the store's one answer |

**Reddit, as an example.** Every minute your program asks for new comments that name the brand, and feeds each with its
own id: feeding one twice changes nothing, so it needs no memory of its own and may simply start again after a fall.

\`\`\`json
{
  "id": "t1_kx2m9",
  "thread": "t3_1abcd",
  "author": { "handle": "claire_d", "name": "claire_d" },
  "public": true,
  "text": "Third kettle of theirs that leaks.",
  "url": "https://www.reddit.com/r/kitchen/comments/1abcd/_/kx2m9/"
}
\`\`\`

An edit or a deletion is told by \`PATCH\` and \`DELETE\` on \`/api/v1/channels/{id}/messages/{message}\`. What you answer in
Avant comes to your program's address as a signed \`reply\` with the \`thread\` and the id that it answers; your program posts
it and gives back the new comment's id, so that it is known as yours when it comes back with the others. Until it has
confirmed, Avant tries again, and the conversation shows that the reply has not arrived.
`;
