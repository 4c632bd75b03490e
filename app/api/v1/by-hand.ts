import { z } from "zod";
import { enterNote, newNote } from "@/lib/by-hand/enter";
import { enterLink, newLink } from "@/lib/by-hand/enter-link";
import { listPlaces } from "@/lib/by-hand/list-places";
import { listOf } from "./fields";
import { route } from "./route-line";

const kept = z.object({
  id: z.uuid(),
  isKnown: z.boolean().meta({ description: "It was here already: a repeat." }),
});

/** What somebody types in: a word in the shop, a call, a post by its link. */
export const byHand = [
  route("GET /hand-places", {
    permission: "conversation.note",
    summary: "Where I may type something in",
    response: listOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        brandName: z.string(),
        takes: z.enum(["note", "link"]),
        at: z.enum(["shop", "phone"]).nullable(),
      }),
    ),
    run: async (actor) => ({ items: await listPlaces(actor) }),
  }),

  route("POST /notes", {
    permission: "conversation.note",
    summary: "Write down what a customer said in a shop or on the phone",
    description: "The id is the caller's own: the same note sent again is one.",
    status: 202,
    body: newNote,
    response: kept,
    run: (actor, { body }) => enterNote(actor, body),
  }),

  route("POST /links", {
    permission: "conversation.note",
    summary: "Put a post of any site into the queue by its link",
    status: 202,
    body: newLink,
    response: kept,
    run: (actor, { body }) => enterLink(actor, body),
  }),
];
