import { Readable } from "node:stream";
import busboy from "busboy";
import { fileName } from "@/lib/text/clean";
import { fileLimits, jsonBytes } from "./item";

export type FormFile = { name: string; contentType: string; bytes: Uint8Array };

/**
 * The parts of a form (RFC 7578): the message as JSON in the field `message`, everything with a file name is a file.
 * Rejects with an Error for what is no whole form, or has more or larger files than allowed.
 */
export function readForm(
  body: Uint8Array,
  contentType: string,
): Promise<{ message: string; files: FormFile[] }> {
  return new Promise((resolve, reject) => {
    const found = { message: "", files: [] as FormFile[] };
    const no = (why: string) => reject(new Error(why));
    const form = busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: {
        fieldSize: jsonBytes,
        fields: 10,
        files: fileLimits.files,
        parts: fileLimits.files + 10,
        fileSize: fileLimits.bytes,
        headerPairs: 20,
      },
    });
    form.on("field", (name, value, info) => {
      if (info.valueTruncated) no("the message is too long");
      if (name === "message") found.message = value;
    });
    form.on("file", (name, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      // The reader reports the same fault.
      stream.on("error", () => {});
      stream.on("limit", () => no("a file is too large"));
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks);
        // Some programs send the JSON as a part with a file name of its own.
        if (name === "message") found.message = bytes.toString("utf8");
        else found.files.push({ name: fileName(info.filename ?? name), contentType: typeOf(info), bytes });
      });
    });
    form.once("filesLimit", () => no("there are too many files"));
    form.once("partsLimit", () => no("there are too many parts"));
    form.on("error", () => no("the form is broken"));
    form.once("close", () => resolve(found));
    Readable.from([Buffer.from(body)]).pipe(form);
  });
}

function typeOf({ mimeType }: busboy.FileInfo): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : "application/octet-stream";
}
