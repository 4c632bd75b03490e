import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { fail } from "@/lib/errors";

export type Found = { name: string; contentType: string; content: AsyncIterable<Uint8Array> };

/**
 * Hands the one file of a request to `store` while it arrives, never held whole in memory: the body itself, or the
 * first file of a form (RFC 7578).
 */
export async function streamUpload<T>(
  request: Request,
  name: string,
  store: (found: Found) => Promise<T>,
): Promise<T> {
  if (!request.body) return fail("invalid", "file.empty");
  const contentType = request.headers.get("content-type") ?? "application/octet-stream";
  if (!/^multipart\/form-data\b/i.test(contentType))
    return store({ name, contentType, content: request.body });

  const form = openForm(contentType);
  let storing: Promise<T> | undefined;
  const refused = new AbortController();
  form.on("file", (_field, content, info) => {
    // A form that breaks off before anybody reads the file ends in an error that nobody hears, and so the process.
    content.on("error", () => undefined);
    storing = store({ name: info.filename ?? name, contentType: info.mimeType, content });
    // A file that is refused half-way must not leave the rest of the request waiting for a reader.
    storing.catch(() => refused.abort());
  });
  try {
    await pipeline(Readable.from(request.body), form, { signal: refused.signal });
  } catch {
    if (!refused.signal.aborted) fail("invalid", "request.form");
  }
  return storing ?? fail("invalid", "file.empty");
}

/** Throws `invalid` for a form that does not say where its parts end. */
function openForm(contentType: string): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: { files: 1, fields: 5, parts: 6 },
    });
  } catch {
    return fail("invalid", "request.form");
  }
}
