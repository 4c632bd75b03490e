import { describe, expect, test } from "vitest";
import type { IncomingMessage } from "@/lib/channels/channel";
import { emailConfig } from "@/lib/channels/email/config";
import { parse } from "@/lib/channels/email/parse";
import { rawMail } from "@/lib/channels/email/raw-item";

const config = emailConfig.parse({ address: "care@marmelune.example" });
const head = "From: Ben Okafor <ben@okafor.example>\nTo: care@marmelune.example\nSubject: Order\n";

async function read(source: string | Buffer): Promise<IncomingMessage> {
  const body = typeof source === "string" ? Buffer.from(source.replace(/\r?\n/g, "\r\n")) : source;
  const [incoming] = await parse(rawMail(new Uint8Array(body), {}), config);
  if (incoming?.kind !== "message") throw new Error(`is ${JSON.stringify(incoming)}`);
  return incoming;
}

function written(charset: string | null, bytes: Buffer): Buffer {
  const type = charset === null ? "" : `Content-Type: text/plain; charset=${charset}\n`;
  return Buffer.concat([
    Buffer.from(`${head}${type}Content-Transfer-Encoding: 8bit\n\n`.replace(/\n/g, "\r\n")),
    bytes,
  ]);
}

describe("letters that are not what they say", () => {
  const euro = Buffer.from("Prix : 129 \x80 \x93juste\x94", "latin1");
  test.each([
    ["utf-8", euro, "Prix : 129 € “juste”"],
    ["iso-8859-1", euro, "Prix : 129 € “juste”"],
    ["us-ascii", euro, "Prix : 129 € “juste”"],
    ["unknown-8bit", euro, "Prix : 129 € “juste”"],
    ["x-user-defined-by-nobody", euro, "Prix : 129 € “juste”"],
    [null, euro, "Prix : 129 € “juste”"],
    ["iso-8859-1", Buffer.from("déjà payé 12 €"), "déjà payé 12 €"],
    ["windows-1252", Buffer.from("déjà payé “12 €”"), "déjà payé “12 €”"],
    ["us-ascii", Buffer.from("déjà payé"), "déjà payé"],
    [null, Buffer.from("déjà payé"), "déjà payé"],
    ["iso-8859-1", Buffer.from("déjà payé", "latin1"), "déjà payé"],
    ["gb2312", Buffer.from([0xce, 0xd2]), "我"],
    ["gbk", Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), "你好"],
    ["koi8-r", Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]), "Привет"],
    ["iso-2022-jp", Buffer.from("\x1b$B$d$+$s\x1b(B"), "やかん"],
    [null, Buffer.from("\x1b$B$d$+$s\x1b(B"), "やかん"],
    ["us-ascii", Buffer.from("\x1b$B$d$+$s\x1b(B"), "やかん"],
  ])("%s", async (charset, bytes, expected) => {
    expect((await read(written(charset, bytes))).text).toBe(expected);
  });

  test("eight-bit letters straight in the header", async () => {
    const utf8 = Buffer.from("From: Élodie <e@crepes.example>\r\nSubject: déjà\r\n\r\nx");
    expect(await read(utf8)).toMatchObject({ subject: "déjà", author: { name: "Élodie" } });
    expect(await read(Buffer.from(utf8.toString(), "latin1"))).toMatchObject({ subject: "déjà" });
  });
});

describe("what is wrapped up", () => {
  test("winmail.dat gives its files and its words", async () => {
    const attribute = (id: number, value: Buffer) => {
      const start = Buffer.alloc(9);
      start.writeUInt8(id === 0x0002800c ? 1 : 2, 0);
      start.writeUInt32LE(id, 1);
      start.writeUInt32LE(value.length, 5);
      return Buffer.concat([start, value, Buffer.alloc(2)]);
    };
    const long = Buffer.from("photo de la cafetière.jpg\0", "utf16le");
    const props = Buffer.alloc(12 + 4 + Math.ceil(long.length / 4) * 4);
    props.writeUInt32LE(1, 0);
    props.writeUInt16LE(0x001f, 4);
    props.writeUInt16LE(0x3707, 6);
    props.writeUInt32LE(1, 8);
    props.writeUInt32LE(long.length, 12);
    long.copy(props, 16);
    const tnef = Buffer.concat([
      Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
      attribute(0x0002800c, Buffer.from("It leaks.\0")),
      attribute(0x00069002, Buffer.alloc(14)),
      attribute(0x00018010, Buffer.from("PHOTO~1.JPG\0")),
      attribute(0x0006800f, Buffer.from("jpeg bytes")),
      attribute(0x00069005, props),
    ]);
    const mail = await read(
      `${head}Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${tnef.toString("base64")}`,
    );
    expect(mail.text).toBe("It leaks.");
    expect(mail.files.map((file) => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
      ["photo de la cafetière.jpg", "jpeg bytes"],
    ]);
    const cut = tnef.subarray(0, 60).toString("base64");
    await read(
      `${head}Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${cut}`,
    );
  });

  test("encrypted mail says so and is kept", async () => {
    const pgp = await read(
      `${head}Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----\n\nxx\n-----END PGP MESSAGE-----\n--b--`,
    );
    expect(pgp.remarks?.[0]?.code).toBe("encrypted_pgp");
    expect(pgp.files.map((file) => file.name)).toEqual(["encrypted.asc"]);
    const smime = await read(
      `${head}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CA`,
    );
    expect(smime.remarks?.[0]?.code).toBe("encrypted_smime");
    const inline = await read(`${head}\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----`);
    expect(inline.remarks?.[0]?.code).toBe("encrypted_pgp");
  });

  test("of signed mail the words are shown", async () => {
    const clear = await read(
      `${head}\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIt leaks.\n- - two litres\n-----BEGIN PGP SIGNATURE-----\n\nxx\n-----END PGP SIGNATURE-----`,
    );
    expect(clear).toMatchObject({
      text: "It leaks.\n- two litres",
      remarks: [{ code: "signed", params: {} }],
    });
    const inner = Buffer.from("Content-Type: text/plain\r\n\r\nIt leaks.\r\n");
    const octets = Buffer.concat([Buffer.from([0x04, inner.length]), inner]);
    const content = Buffer.concat([Buffer.from([0xa0, octets.length]), octets]);
    const plain = Buffer.concat([Buffer.from("06092a864886f70d010701", "hex"), content]);
    const opaque = Buffer.concat([
      Buffer.from("308006092a864886f70d010702a080308002010131003080", "hex"),
      plain,
    ]);
    const signed = await read(
      `${head}Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n${opaque.toString("base64")}`,
    );
    expect(signed).toMatchObject({ text: "It leaks.", remarks: [{ code: "signed", params: {} }], files: [] });
  });

  test("an invitation says what, when, where and who", async () => {
    const ics = [
      "BEGIN:VCALENDAR",
      "METHOD:REQUEST",
      "BEGIN:VTIMEZONE",
      "TZID:Romance Standard Time",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "SUMMARY:Retour de la\\, cafetière",
      "DTSTART;TZID=Romance Standard Time:20261118T143000",
      "DTEND;TZID=Romance Standard Time:20261118T150000",
      "LOCATION:12 rue des Lilas\\, Lyon",
      'ORGANIZER;CN="Paul Rey":mailto:paul@rey.example',
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\n");
    const mail = await read(
      `${head}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nSee you\n--b\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\n\n${ics}\n--b--`,
    );
    expect(mail.remarks).toEqual([
      {
        code: "invitation",
        params: {
          what: "Retour de la, cafetière",
          from: "2026-11-18T13:30:00.000Z",
          to: "2026-11-18T14:00:00.000Z",
          where: "12 rue des Lilas, Lyon",
          who: "Paul Rey",
          repeats: "",
        },
      },
    ]);
  });

  test("a mail in a mail keeps its own file, and its author is named", async () => {
    const mail = await read(
      `${head.replace("Order", "Fwd: mixer")}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nPlease see.\n--b\nContent-Type: message/rfc822\n\nFrom: Henrik <henrik@soerensen.example>\nSubject: mixer\n\nIs it repaired?\n--b--`,
    );
    expect(mail.text).toBe("Please see.");
    expect(mail.files.map((file) => file.contentType)).toEqual(["message/rfc822"]);
    expect(mail.remarks?.[0]?.params).toMatchObject({
      by: "Ben Okafor",
      address: "henrik@soerensen.example",
    });
  });
});

describe("mail with something missing or twice", () => {
  test.each([
    ["nothing at all", ""],
    ["only a line end", "\n"],
    ["no header", "\nIt leaks."],
    ["no From, Date, Message-ID or body", "Subject: It leaks\n\n"],
    ["two of everything", `${head}${head}Message-ID: <a@b.example>\nMessage-ID: <c@d.example>\n\nIt leaks.`],
    [
      "1,000 recipients",
      `${head}Cc: ${Array.from({ length: 1000 }, (_, i) => `p${i}@many.example`).join(",\n ")}\n\nIt leaks.`,
    ],
  ])("%s is read", async (_name, source) => {
    const mail = await read(source);
    expect(mail.text).not.toBe("");
    expect(mail.externalId).toMatch(/^<.+>$/);
  });

  test("file names in pieces and in other letters (RFC 2231)", async () => {
    const { files } = await read(
      `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment;\n filename*0*=utf-8''re%C3%A7u%20de;\n filename*1*=%20la%20commande;\n filename*2=".pdf"\n\nx\n--b--`,
    );
    expect(files[0]?.name).toBe("reçu de la commande.pdf");
  });
});
