import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { reach } from "@/lib/channels/load";
import { fail } from "@/lib/errors";
import { open } from "@/lib/files";
import { safeFetch } from "@/lib/safe-fetch";
import { readPictureLink } from "./picture-link";

const largest = 8_000_000;

/** What a browser draws without running anything; SVG is a program and is not among them. */
const drawn = /^image\/(png|jpe?g|gif|webp|avif|bmp)$/;

/**
 * The picture behind a signed link: a file of a mail, or one fetched for the reader, so that its sender learns neither
 * who looked nor from where. Throws `not_found` for anything that is not a picture.
 */
export async function openPicture(input: {
  token: string;
}): Promise<{ contentType: string; bytes: Uint8Array }> {
  const source = readPictureLink(input.token) ?? fail("not_found", "not_found");
  return "file" in source ? stored(source.file) : fetched(source.url);
}

async function stored(fileId: string) {
  const found = await db.execute<{ contentType: string; size: number; key: string }>(sql`
    select content_type as "contentType", size::int as size, storage_key as key from attachments where id = ${fileId}`);
  const row = found.rows[0];
  if (!row || row.size > largest || !drawn.test(row.contentType)) return fail("not_found", "not_found");
  const chunks: Uint8Array[] = [];
  for await (const chunk of await open(row.key)) chunks.push(chunk);
  return { contentType: row.contentType, bytes: Buffer.concat(chunks) };
}

async function fetched(url: string) {
  try {
    const answer = await safeFetch(
      url,
      { headers: { accept: "image/*" } },
      { ...reach(), maxBytes: largest },
    );
    const contentType = answer.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (answer.ok && drawn.test(contentType))
      return { contentType, bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    // Gone, too large, or an address that we do not go to: a broken picture in any case.
  }
  return fail("not_found", "not_found");
}
