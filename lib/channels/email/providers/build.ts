import MailComposer from "nodemailer/lib/mail-composer";

export type Parts = {
  /** Header fields as the provider gives them, in order. */
  headers: Array<[name: string, value: string]>;
  text: string;
  html: string;
  files: Array<{ name: string; contentType: string; bytes: Buffer; contentId: string | null }>;
};

const own = /^(?:content-(?:type|transfer-encoding|disposition|id)|mime-version)$/i;

/**
 * A mail that a provider has taken apart, as MIME again, so that one reading serves all. The same parts make the same
 * bytes each time: the id of a mail without one is a checksum.
 */
export async function build({ headers, text, html, files }: Parts): Promise<Buffer> {
  const mail = new MailComposer({
    text,
    ...(html === "" ? {} : { html }),
    attachments: files.map(({ name, contentType, bytes, contentId }) => ({
      filename: name,
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : "application/octet-stream",
      content: bytes,
      ...(contentId === null ? {} : { cid: contentId.replace(/[<>\s]/g, "") }),
    })),
    baseBoundary: "handed-over",
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "\r\n",
  });
  const node = mail.compile();
  const built = await node.build();
  const source = built
    .toString("latin1")
    .replace(/^(?:Date|Message-ID|From|To|Subject):.*\r\n(?:[ \t].*\r\n)*/gim, (line, at) =>
      at < built.indexOf("\r\n\r\n") ? "" : line,
    );
  const head = headers
    .filter(([name]) => /^[\w-]{1,100}$/.test(name) && !own.test(name))
    .map(([name, value]) => `${name}: ${value.replace(/\r?\n(?![ \t])|\r(?!\n)/g, " ").trim()}\r\n`)
    .join("");
  return Buffer.concat([Buffer.from(head, "utf8"), Buffer.from(source, "latin1")]);
}

/** The bytes of a form field as text: UTF-8 where they are that. */
export function utf8(field: string | undefined): string {
  const bytes = Buffer.from(field ?? "", "latin1");
  return bytes.toString("utf8");
}
