import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { reach } from "@/lib/channels/load";
import { fail } from "@/lib/errors";
import { open } from "@/lib/files";
import { safeFetch } from "@/lib/safe-fetch";
import { readPictureLink } from "./picture-link";
import { isDrawable, sniff } from "./sniff";

const largest = 8_000_000;

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
  const found = await db.execute<{ size: number; key: string }>(sql`
    select size::int as size, storage_key as key from attachments where id = ${fileId}`);
  const row = found.rows[0];
  if (!row || row.size > largest) return fail("not_found", "not_found");
  const chunks: Uint8Array[] = [];
  for await (const chunk of await open(row.key)) chunks.push(chunk);
  return drawable(Buffer.concat(chunks)) ?? fail("not_found", "not_found");
}

/** By its bytes, not by its name: what says it is a picture and is a page must not be shown in our name. */
function drawable(bytes: Uint8Array): { contentType: string; bytes: Uint8Array } | null {
  const picture = sniff(bytes);
  return picture && isDrawable(picture) ? { contentType: picture.contentType, bytes } : null;
}

async function fetched(url: string) {
  try {
    const answer = await safeFetch(
      url,
      { headers: { accept: "image/*" } },
      { ...reach(), maxBytes: largest },
    );
    const picture = answer.ok ? drawable(new Uint8Array(await answer.arrayBuffer())) : null;
    if (picture) return picture;
  } catch {
    // Gone, too large, or an address that we do not go to: a broken picture in any case.
  }
  return fail("not_found", "not_found");
}
