import { fail } from "@/lib/errors";

const megabyte = 1024 * 1024;

/** What the JSON of one request may weigh. Files have a route of their own. */
export const jsonBytes = megabyte;

/** The body as JSON; an empty one is an empty object. Reads no more than `jsonBytes`. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readCapped(request, jsonBytes);
  if (bytes.length === 0) return {};
  // A form of another site cannot send this type without asking first (CORS), so this is a wall of its own.
  if (!/^application\/(json|[\w.-]+\+json)\b/i.test(request.headers.get("content-type") ?? ""))
    fail("invalid", "request.content_type");
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return fail("invalid", "request.json");
  }
}

/** The whole body, refused as soon as it is known to be larger than `maxBytes`. */
export async function readCapped(request: Request, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => fail("invalid", "request.too_large", { megabytes: Math.floor(maxBytes / megabyte) });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
