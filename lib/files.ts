import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open as openFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/env";
import { fail } from "@/lib/errors";
import { bucketStore } from "@/lib/files/bucket";
import { diskStore } from "@/lib/files/disk";
import { newId } from "@/lib/id";

export type StoredFile = {
  /** Where it lies, for `open` and `remove`; says nothing about its name or owner. */
  key: string;
  /** Bytes. */
  size: number;
  /** Hexadecimal SHA-256 of the bytes. */
  sha256: string;
};

/** A place for files: the local disk, or a bucket. */
export type Store = {
  /** Takes the finished file at `path` over under `key`; it survives a power cut once this resolves. */
  take(path: string, key: string, file: { size: number; sha256: string }): Promise<void>;
  /** The bytes, or null when there is no such file. */
  open(key: string): Promise<Readable | null>;
  remove(key: string): Promise<void>;
  /** Every key with the time it was stored, some at a time. */
  list(): AsyncIterable<{ key: string; storedAt: Date }[]>;
};

/**
 * Stores bytes, or a stream that is never held in memory, and resolves once they are safe; only then may a row
 * point at them. More than `maxBytes` is refused as invalid and leaves nothing.
 */
export async function put(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<StoredFile> {
  const id = newId();
  // A folder for each month, so that no folder grows without end.
  const key = `${new Date().toISOString().slice(0, 7).replace("-", "/")}/${id}`;
  const draft = join(env.DATA_DIR, "files", "incoming", id);
  await mkdir(join(env.DATA_DIR, "files", "incoming"), { recursive: true, mode: 0o700 });
  try {
    const file = await writeDraft(content, draft, maxBytes);
    await store().take(draft, key, file);
    return { key, ...file };
  } finally {
    await rm(draft, { force: true });
  }
}

/** The bytes of a stored file. Throws `not_found` when they are gone. */
export async function open(key: string): Promise<Readable> {
  const stream = isKey(key) ? await store().open(key) : null;
  return stream ?? fail("not_found", "file.gone");
}

/** Removes a file; one that is gone already is fine. */
export async function remove(key: string): Promise<void> {
  if (isKey(key)) await store().remove(key);
}

/**
 * Removes files that no row points at: stored before `before` (their transaction never came), and not among those
 * that `known` returns of the keys it is asked about. Resolves with how many went.
 */
export async function sweep(before: Date, known: (keys: string[]) => Promise<Set<string>>): Promise<number> {
  let removed = 0;
  for await (const files of store().list()) {
    const old = files.filter(({ key, storedAt }) => isKey(key) && storedAt < before).map(({ key }) => key);
    if (old.length === 0) continue;
    const kept = await known(old);
    for (const key of old.filter((candidate) => !kept.has(candidate))) {
      await store().remove(key);
      removed++;
    }
  }
  return removed;
}

async function writeDraft(content: Uint8Array | AsyncIterable<Uint8Array>, path: string, maxBytes: number) {
  const hash = createHash("sha256");
  let size = 0;
  const source = content instanceof Uint8Array ? Readable.from([content], { objectMode: false }) : content;
  await pipeline(
    source,
    async function* measure(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        size += chunk.byteLength;
        if (size > maxBytes) fail("invalid", "file.too_big", { megabytes: Math.floor(maxBytes / 1_000_000) });
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  const handle = await openFile(path, "r+");
  await handle.sync().finally(() => handle.close());
  return { size, sha256: hash.digest("hex") };
}

/** Keys are ours; one that came from outside must not climb out of the folder. */
function isKey(key: string): boolean {
  return /^\d{4}\/\d{2}\/[0-9a-f-]{36}$/.test(key);
}

let chosen: Store | undefined;

function store(): Store {
  chosen ??= env.S3_URL === undefined ? diskStore(join(env.DATA_DIR, "files")) : bucketStore(env.S3_URL);
  return chosen;
}
