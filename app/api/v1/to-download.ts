import { Readable } from "node:stream";
import type { Download } from "@/lib/attachments/download";

/**
 * A file on its way out: always to be saved, never to be shown or run by the browser in our name, whatever it says it
 * is. The name travels twice, for old and new programs (RFC 6266, section 4.3; RFC 8187).
 */
export function toDownload({ name, contentType, size, stream }: Download): Response {
  return saved(name, stream, { "content-type": contentType, "content-length": String(size) });
}

/** An archive that is made while it leaves: how large it will be nobody knows. */
export function toArchive({ name, stream }: { name: string; stream: AsyncGenerator<Uint8Array> }): Response {
  return saved(name, Readable.from(stream, { objectMode: false }), { "content-type": "application/zip" });
}

function saved(name: string, stream: Readable, head: { [name: string]: string }): Response {
  const plain = name.replaceAll(/[^\w .()-]+/g, "_");
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return new Response(streamed(stream), {
    headers: {
      ...head,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

function streamed(stream: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      stream.destroy();
    },
  });
}
