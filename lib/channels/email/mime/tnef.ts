import type { IncomingFile } from "@/lib/channels/channel";

/** What lies in a winmail.dat: the words, where it has them as text or HTML, and the files. */
export type Tnef = { text: string | null; html: string | null; files: IncomingFile[] };

const signature = 0x223e9f78;
const attributes = {
  body: 0x0002800c,
  renderData: 0x00069002,
  title: 0x00018010,
  data: 0x0006800f,
  messageProps: 0x00069003,
  fileProps: 0x00069005,
};
const most = { files: 100, properties: 2_000, bytes: 35 * 1024 * 1024 };

/**
 * Takes apart what Outlook sends to people who have no Outlook (MS-OXTNEF): a list of attributes with lengths, some
 * of which hold MAPI properties. Null for what is no such file. Rich text (RTF) is left alone, since such mail has a
 * plain part beside it. Bounded by the length of the file: nothing is decompressed.
 */
export function readTnef(bytes: Uint8Array): Tnef | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, most.bytes));
  if (data.length < 6 || data.readUInt32LE(0) !== signature) return null;
  const found: Tnef = { text: null, html: null, files: [] };
  let at = 6;
  while (at + 9 <= data.length) {
    const id = data.readUInt32LE(at + 1);
    const length = data.readUInt32LE(at + 5);
    const value = data.subarray(at + 9, Math.min(at + 9 + length, data.length));
    at += 9 + length + 2;
    const file = found.files.at(-1);
    if (id === attributes.body) found.text = textOf(value, 0x1e);
    else if (id === attributes.messageProps) readWords(value, found);
    else if (id === attributes.renderData) {
      if (found.files.length === most.files) break;
      found.files.push({
        name: "",
        contentType: "application/octet-stream",
        bytes: new Uint8Array(),
        contentId: null,
      });
    } else if (file && id === attributes.title) file.name ||= textOf(value, 0x1e);
    else if (file && id === attributes.data) file.bytes = new Uint8Array(value);
    else if (file && id === attributes.fileProps) readFileNames(value, file);
  }
  found.files = found.files.filter((file) => file.bytes.byteLength > 0);
  return found;
}

function readWords(value: Buffer, found: Tnef): void {
  for (const { id, type, bytes } of properties(value)) {
    if (id === 0x1000) found.text = textOf(bytes, type) || found.text;
    if (id === 0x1013) found.html = new TextDecoder("utf-8").decode(bytes).replace(/\0+$/, "");
  }
}

function readFileNames(value: Buffer, file: IncomingFile): void {
  for (const { id, type, bytes } of properties(value)) {
    if (id === 0x3707) file.name = textOf(bytes, type) || file.name;
    if (id === 0x370e) file.contentType = textOf(bytes, type) || file.contentType;
    if (id === 0x3712) file.contentId = textOf(bytes, type) || null;
  }
}

type Property = { id: number; type: number; bytes: Buffer };

const fixed: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

/** MS-OXTNEF, section 2.1.3.4: a count, then type, id, perhaps a name, and a value padded to four bytes. */
function* properties(value: Buffer): Generator<Property> {
  if (value.length < 4) return;
  const count = Math.min(value.readUInt32LE(0), most.properties);
  let at = 4;
  const number = () => {
    const read = at + 4 <= value.length ? value.readUInt32LE(at) : 0;
    at += 4;
    return read;
  };
  const padded = (length: number) => Math.ceil(length / 4) * 4;
  for (let i = 0; i < count && at + 4 <= value.length; i++) {
    const type = value.readUInt16LE(at) & 0x0fff;
    const isList = (value.readUInt16LE(at) & 0x1000) !== 0;
    const id = value.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      at += 16;
      const kind = number();
      if (kind === 0) at += 4;
      else at += padded(number());
    }
    const isVariable = type === 0x1e || type === 0x1f || type === 0x0d || type === 0x102;
    const values = isList || isVariable ? number() : 1;
    if (values > most.properties) return;
    for (let v = 0; v < values; v++) {
      const length = isVariable ? number() : fixed[type];
      if (length === undefined || at + length > value.length) return;
      yield { id, type, bytes: value.subarray(at, at + length) };
      at += padded(length);
    }
  }
}

/** 0x1f is UTF-16, anything else the letters of the sender's machine, mostly windows-1252. */
function textOf(bytes: Buffer, type: number): string {
  const text = new TextDecoder(type === 0x1f ? "utf-16le" : "windows-1252").decode(bytes);
  return text.replace(/\0[\s\S]*$/, "");
}
