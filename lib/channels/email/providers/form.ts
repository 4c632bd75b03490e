import busboy from "busboy";

export type Form = {
  fields: Map<string, string>;
  files: Array<{ field: string; name: string; contentType: string; bytes: Buffer }>;
};

const limits = { fields: 200, files: 100, fieldSize: 40 * 1024 * 1024, fileSize: 36 * 1024 * 1024 };

/** Multipart or form-encoded, as mail providers post; letters come as UTF-8 unless a field's bytes say otherwise. */
export function readForm(body: Uint8Array, contentType: string): Promise<Form | null> {
  return new Promise((resolve) => {
    const form: Form = { fields: new Map(), files: [] };
    try {
      // latin1 keeps every byte of a field as it is: a raw mail in one is no UTF-8.
      const reader = busboy({ headers: { "content-type": contentType }, limits, defCharset: "latin1" });
      reader.on("field", (name, value) => {
        if (!form.fields.has(name)) form.fields.set(name, value);
      });
      reader.on("file", (field, stream, info) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        // A part that breaks off ends in an error here as well as on the reader, which reports it.
        stream.on("error", () => {});
        stream.on("end", () =>
          form.files.push({
            field,
            name: info.filename ?? "file",
            contentType: info.mimeType,
            bytes: Buffer.concat(chunks),
          }),
        );
      });
      reader.on("error", () => resolve(null));
      reader.on("close", () => resolve(form));
      reader.end(Buffer.from(body));
    } catch {
      resolve(null);
    }
  });
}
