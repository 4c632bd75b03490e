import { z } from "zod";
import { importStates } from "@/db/enums";
import { chooseImport, importChoice } from "@/lib/imports/choose";
import { listImports, loadImport } from "@/lib/imports/load";
import { previewImport } from "@/lib/imports/preview";
import { importSorts, sortOf } from "@/lib/imports/sorts";
import { cancelImport, startImport, undoImport } from "@/lib/imports/start";
import { importBytes, uploadImport } from "@/lib/imports/upload";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";
import { streamUpload } from "./stream-upload";

const number = z.number();
const words = z.record(z.string(), z.string());
const fault = z.object({ line: number, code: z.string(), params: words });

const view = z
  .object({
    id: z.uuid(),
    brandId: z.uuid(),
    brandName: z.string(),
    what: z.enum(importSorts),
    name: z.string(),
    state: z.enum(importStates),
    mapping: words,
    fields: z.array(z.string()),
    reading: z.object({
      encoding: z.string(),
      delimiter: z.string(),
      headings: z.array(z.string()),
      dateOrder: z.enum(["ymd", "dmy", "mdy", "ask"]),
      decimal: z.enum([",", "."]),
      zone: z.string(),
      choices: words,
    }),
    size: number,
    rows: number,
    readRows: number,
    stored: number,
    alreadyKnown: number,
    newCustomers: number,
    faulty: number,
    faults: z.array(fault),
    failure: z.string().nullable(),
    by: z.string().nullable(),
    createdAt: moment,
    endedAt: moment.nullable(),
  })
  .meta({ id: "FileImport" });

type Loaded = Awaited<ReturnType<typeof loadImport>>;

function shown({ storageKey: _key, ...row }: Loaded) {
  return { ...row, fields: Object.keys(sortOf(row.what).fields) };
}

/** Files of many rows: handed in, looked at, stored in the background, taken back. */
export const fileImports = [
  route("POST /imports", {
    permission: "customer.import",
    summary:
      "Hand in a file: how it is written and which column is what is guessed; nothing is stored of it yet",
    description:
      "The bytes as the body, or a form (multipart/form-data) with one file. CSV parted by commas, semicolons or tabs, at most 100 MB.",
    status: 201,
    uploadBytes: importBytes,
    query: z.object({
      brandId: z.uuid(),
      what: z.enum(importSorts).default("signals"),
      name: z.string().max(500).default("file.csv"),
    }),
    response: view,
    run: async (actor, { query }, c) =>
      shown(
        await streamUpload(c.req.raw, query.name, ({ name, content }) =>
          uploadImport(actor, { brandId: query.brandId, what: query.what, name, content }),
        ),
      ),
  }),

  route("GET /imports", {
    permission: "customer.import",
    summary: "The latest imports of my brands",
    response: listOf(view),
    run: async (actor) => ({ items: (await listImports(actor)).map(shown) }),
  }),

  route("GET /imports/{id}", {
    permission: "customer.import",
    summary: "How far an import has come, and what could not be read",
    params: byId,
    response: view,
    run: async (actor, { params }) => shown(await loadImport(actor, { importId: params.id })),
  }),

  route("PATCH /imports/{id}", {
    permission: "customer.import",
    summary: "Say which column is what, and how dates and amounts are written",
    params: byId,
    body: importChoice,
    response: view,
    run: async (actor, { params, body }) =>
      shown(await chooseImport(actor, { ...body, importId: params.id })),
  }),

  route("GET /imports/{id}/preview", {
    permission: "customer.import",
    summary: "What an import would do; nothing changes",
    description: "Of more than 100,000 rows, what the first 100,000 would do.",
    params: byId,
    response: z.object({
      missing: z.string().nullable(),
      rows: z.array(z.object({ line: number, cells: words, fault: z.string().nullable() })),
      faults: z.array(fault),
      faulty: number,
      looked: number,
      would: z
        .object({
          stored: number,
          known: number,
          knownCustomers: number,
          newCustomers: number,
          conflicting: number,
          rules: z.array(z.object({ kind: z.string(), isOn: z.boolean(), count: number })),
        })
        .nullable(),
    }),
    run: (actor, { params }) => previewImport(actor, { importId: params.id }),
  }),

  route("POST /imports/{id}/start", {
    permission: "customer.import",
    summary: "Store it, in the background",
    params: byId,
    run: (actor, { params }) => startImport(actor, { importId: params.id }),
  }),

  route("POST /imports/{id}/cancel", {
    permission: "customer.import",
    summary: "Store no more of it; what is stored can be taken back",
    params: byId,
    run: (actor, { params }) => cancelImport(actor, { importId: params.id }),
  }),

  route("POST /imports/{id}/undo", {
    permission: "customer.import",
    summary: "Take back everything that it stored, made, set and opened",
    params: byId,
    run: (actor, { params }) => undoImport(actor, { importId: params.id }),
  }),
];
