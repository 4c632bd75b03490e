import type { Context } from "hono";
import { z } from "zod";
import { type FileImport, fileBytes, importFile, outcomes, previewFile } from "@/lib/channels/import-file";
import { readCapped } from "./body";
import { byId } from "./fields";
import { route } from "./route-line";

const query = z.object({
  columns: z
    .string()
    .max(4000)
    .optional()
    .meta({
      description:
        "What each column means, by its place, parted by commas: id, rating, author, text, title, date, url, answer, " +
        "answered, deleted, or nothing. Left out, the names of the columns say it.",
    }),
  holds: z.enum(["some", "all"]).default("some").meta({
    description: "all: a review that the file does not have was deleted.",
  }),
});

const number = z.number().int();
const view = z.object({
  columns: z.array(z.object({ name: z.string(), field: z.string().nullable(), example: z.string() })),
  fields: z.array(z.string()),
  rows: z.array(
    z.object({
      line: number,
      outcome: z.enum(outcomes),
      row: z.record(z.string(), z.string()),
    }),
  ),
  counts: z.object({ new: number, changed: number, deleted: number, same: number, unreadable: number }),
  problems: z.array(z.object({ line: number, problem: z.string() })),
  isMissingKept: z.boolean(),
});

const description =
  "The file as the body: CSV parted by commas, semicolons or tabs, or JSON. At most 8 MB and 10,000 reviews.";

/** Reviews come as a file where a site cannot call us. */
export const imports = [
  route("POST /channels/{id}/reviews/preview", {
    permission: "channel.edit",
    summary: "See what a file of reviews would bring; nothing changes",
    description,
    uploadBytes: fileBytes,
    params: byId,
    query,
    response: view,
    run: async (actor, { params, query }, c) =>
      shown(await previewFile(actor, await given(params.id, query, c))),
  }),

  route("POST /channels/{id}/reviews/import", {
    permission: "channel.edit",
    summary: "Take in a file of reviews: new ones, changes, deletions",
    description: `${description} The same file again changes nothing.`,
    uploadBytes: fileBytes,
    params: byId,
    query,
    response: view,
    run: async (actor, { params, query }, c) =>
      shown(await importFile(actor, await given(params.id, query, c))),
  }),
];

async function given(
  channelId: string,
  { columns, holds }: z.output<typeof query>,
  c: Context,
): Promise<FileImport> {
  const bytes = await readCapped(c.req.raw, fileBytes);
  return { channelId, bytes, holds, columns: columns?.split(",").map((name) => name.trim() || null) ?? null };
}

function shown(found: Awaited<ReturnType<typeof previewFile>>) {
  return { ...found, fields: [...found.fields] };
}
