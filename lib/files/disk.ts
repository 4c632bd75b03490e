import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Store } from "@/lib/files";

/** Files below a folder of this machine. */
export function diskStore(root: string): Store {
  return {
    async take(path, key) {
      const target = join(root, key);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target);
      await syncFolder(dirname(target));
    },
    async open(key) {
      const stream = createReadStream(join(root, key));
      try {
        await once(stream, "open");
        return stream;
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (key) => rm(join(root, key), { force: true }),
    async *list() {
      for (const year of await names(root, /^\d{4}$/)) {
        for (const month of await names(join(root, year), /^\d{2}$/)) {
          const folder = join(root, year, month);
          yield await Promise.all(
            (await names(folder, /./)).map(async (name) => ({
              key: `${year}/${month}/${name}`,
              storedAt: (await stat(join(folder, name))).mtime,
            })),
          );
        }
      }
    },
  };
}

/** A new name is only safe once its folder is written too; some systems cannot sync a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle
    ?.sync()
    .catch(() => {})
    .finally(() => handle.close());
}

async function names(folder: string, pattern: RegExp): Promise<string[]> {
  const found = await readdir(folder).catch(() => []);
  return found.filter((name) => pattern.test(name)).sort();
}
