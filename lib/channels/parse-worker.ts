import { parentPort } from "node:worker_threads";
import { languageOf } from "@/lib/text/language";
import { makeStorable } from "@/lib/text/storable";
import type { Incoming, RawItem } from "./channel";
import { parsers } from "./parsers";

export type ParseRequest = { id: number; kind: string; raw: RawItem; config: unknown };
export type ParseAnswer =
  | { id: number; incoming: Incoming[] }
  | { id: number; error: { kind: "unknown_kind" | "failed"; detail: string } };
export type WorkerMessage = ParseAnswer | "ready";

parentPort?.on("message", (request: ParseRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply, buffersOf(reply)));
});

parentPort?.postMessage("ready");

async function answer({ id, kind, raw, config }: ParseRequest): Promise<ParseAnswer> {
  const parse = parsers[kind];
  if (parse === undefined) return { id, error: { kind: "unknown_kind", detail: kind } };
  try {
    const incoming = await parse(raw, config);
    // Ids are the outside's own words too, and no parser cleans them.
    makeStorable(incoming);
    hearLanguage(incoming);
    return { id, incoming };
  } catch (error) {
    return { id, error: { kind: "failed", detail: error instanceof Error ? error.message : String(error) } };
  }
}

/** Few sources say in which language somebody wrote; what they mean is looked for in one language. */
function hearLanguage(incoming: readonly Incoming[]): void {
  for (const one of incoming) {
    if (one.kind !== "message" || one.language !== null) continue;
    const { text, quoteAt } = one;
    one.language = languageOf(quoteAt === null ? text : text.slice(0, quoteAt));
  }
}

/** Files travel back without being copied, where a file has a buffer of its own. */
function buffersOf(reply: ParseAnswer): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const one of "incoming" in reply ? reply.incoming : []) {
    for (const file of "files" in one ? one.files : []) {
      const { buffer } = file.bytes;
      if (buffer instanceof ArrayBuffer && buffer.byteLength === file.bytes.byteLength) buffers.add(buffer);
    }
  }
  return [...buffers];
}
