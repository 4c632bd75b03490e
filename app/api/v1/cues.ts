import { z } from "zod";
import { bands, languages } from "@/db/enums";
import { families } from "@/lib/cues/cue";
import { labelMessage } from "@/lib/cues/label";
import { listPhrases, listShippedPhrases } from "@/lib/cues/list-phrases";
import { phraseInput } from "@/lib/cues/phrase";
import { readCues } from "@/lib/cues/read-cues";
import { addPhrase, changePhrase, deletePhrase, switchPhraseOff } from "@/lib/cues/save-phrase";
import { phraseToTry, tryPhrase } from "@/lib/cues/try-phrase";
import { byId, created, listOf, moment } from "./fields";
import { route } from "./route-line";
import { changed } from "./shapes";

const family = z.enum(families);
const anyFamily = z.enum([...families, "none"]);

const cue = z.object({
  family,
  isSaid: z.boolean().meta({ description: "As it counts: by the cues, or by a colleague's word." }),
  score: z.number().meta({ description: "0 to 1." }),
  label: z.object({ isSaid: z.boolean(), by: z.string().nullable(), at: moment }).nullable(),
  found: z.array(
    z.object({
      reason: z.string().meta({ description: "A key under `cues.reasons` of the texts, or own words." }),
      words: z.string(),
      at: z.number().meta({ description: "UTF-16 units of the message's text; -1: in its subject." }),
      length: z.number(),
    }),
  ),
});

const messageCues = z
  .object({ messageId: z.uuid(), at: moment, cues: z.array(cue) })
  .meta({ id: "MessageCues" });

const phrase = z
  .object({
    id: z.uuid(),
    language: z.enum(languages),
    family: anyFamily,
    pattern: z.string(),
    reason: z.string(),
    weight: z.number(),
    createdBy: z.string().nullable(),
    createdAt: moment,
  })
  .meta({ id: "Phrase" });

const shipped = z.object({
  pattern: z.string(),
  example: z.string().meta({ description: "Words in which it would be found." }),
  family: anyFamily,
  reason: z.string(),
  weight: z.number(),
  offId: z.uuid().nullable().meta({ description: "The line that switches it off; null while it is on." }),
});

const place = z.object({
  place: z.number().meta({ description: "From 1, among the open conversations that you see." }),
  band: z.enum(bands),
  hours: z.number(),
  isSafety: z.boolean(),
});

const tried = z
  .object({
    looked: z.number(),
    hits: z.number(),
    items: z.array(
      z.object({
        conversationId: z.uuid(),
        number: z.number(),
        customerName: z.string(),
        at: moment,
        text: z.string(),
        marks: z.array(z.tuple([z.number(), z.number()])),
        gained: z.array(family),
        lost: z.array(family),
      }),
    ),
    moves: z.array(
      z.object({
        conversationId: z.uuid(),
        number: z.number(),
        customerName: z.string(),
        excerpt: z.string(),
        from: place,
        to: place,
      }),
    ),
  })
  .meta({ id: "PhraseTried" });

/** What the product hears in messages: phrases, shipped and own, and what colleagues say of it. */
export const cues = [
  route("GET /conversations/{id}/cues", {
    permission: "conversation.read",
    summary: "What was found in a conversation's messages, with the words, and what colleagues said of it",
    params: byId,
    query: z.object({ messageId: z.uuid().nullable().default(null) }),
    response: listOf(messageCues),
    run: (actor, { params, query }) =>
      readCues(actor, { conversationId: params.id, messageId: query.messageId }),
  }),

  route("PUT /conversations/{id}/messages/{messageId}/cues/{family}", {
    permission: "conversation.triage",
    summary: "Say that a message is, or is not, of a family such as a complaint; null takes the word back",
    params: z.object({ id: z.uuid(), messageId: z.uuid(), family }),
    body: z.object({ isSaid: z.boolean().nullable() }),
    response: changed,
    run: (actor, { params, body }) =>
      labelMessage(actor, {
        conversationId: params.id,
        messageId: params.messageId,
        family: params.family,
        ...body,
      }),
  }),

  route("GET /cues/phrases", {
    permission: "cue.edit",
    summary: "The organisation's own phrases of a language, the newest first",
    query: z.object({ language: z.enum(languages) }),
    response: listOf(phrase),
    run: (actor, { query }) => listPhrases(actor, query),
  }),

  route("GET /cues/shipped", {
    permission: "cue.edit",
    summary: "The phrases that ship for a language, by kind; at most 100 of one, 12 of each",
    query: z.object({
      language: z.enum(languages),
      family: anyFamily.nullable().default(null),
      search: z.string().max(100).default(""),
      isOff: z
        .enum(["true", "false"])
        .transform((value) => value === "true")
        .nullable()
        .default(null),
    }),
    response: z.object({
      items: z.array(shipped),
      count: z.number(),
      groups: z.array(z.object({ family: anyFamily, count: z.number() })),
    }),
    run: (actor, { query }) => listShippedPhrases(actor, query),
  }),

  route("POST /cues/phrases", {
    permission: "cue.edit",
    summary: "Add a phrase; open conversations that say another thing now are ranked again",
    status: 201,
    body: phraseInput,
    response: created,
    run: (actor, { body }) => addPhrase(actor, body),
  }),

  route("PUT /cues/phrases/{id}", {
    permission: "cue.edit",
    summary: "Change a phrase of the organisation",
    params: byId,
    body: phraseInput,
    run: (actor, { params, body }) => changePhrase(actor, { phraseId: params.id, ...body }),
  }),

  route("DELETE /cues/phrases/{id}", {
    permission: "cue.edit",
    summary: "Take a phrase away, or switch a shipped one on again",
    params: byId,
    run: (actor, { params }) => deletePhrase(actor, { phraseId: params.id }),
  }),

  route("POST /cues/shipped/off", {
    permission: "cue.edit",
    summary: "Switch one of the shipped phrases off",
    status: 201,
    body: z.object({ language: z.enum(languages), pattern: z.string().max(2000) }),
    response: created,
    run: (actor, { body }) => switchPhraseOff(actor, body),
  }),

  route("POST /cues/try", {
    permission: "cue.edit",
    summary: "Which of the last 500 messages a changed phrase would hit, and which rows would move where",
    body: phraseToTry,
    response: tried,
    run: (actor, { body }) => tryPhrase(actor, body),
  }),
];
