import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Incoming, IncomingMessage, Json } from "@/lib/channels/channel";
import { emailConfig } from "./config";
import { parse } from "./parse";
import { rawMail } from "./raw-item";

const config = emailConfig.parse({
  address: "care@marmelune.example",
  aliases: ["hello@marmelune.example"],
  authservId: "mx.marmelune.example",
});
const ourId = "<0199f2ab-7c11-7d3e-9a50-3c1f6b2e8d41@marmelune.example>";

async function read(source: string | Uint8Array, meta: { [key: string]: Json } = {}): Promise<Incoming> {
  const body = typeof source === "string" ? Buffer.from(source.replace(/\n/g, "\r\n")) : source;
  const all = await parse(rawMail(new Uint8Array(body), meta), config);
  expect(all).toHaveLength(1);
  return all[0]!;
}

function fixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, "fixtures", `${name}.eml`));
}

async function message(
  source: string | Uint8Array,
  meta: { [key: string]: Json } = {},
): Promise<IncomingMessage> {
  const incoming = await read(source, meta);
  if (incoming.kind !== "message") throw new Error(`is ${JSON.stringify(incoming)}`);
  return incoming;
}

async function newWords(name: string): Promise<string> {
  const { text, quoteAt } = await message(fixture(name));
  return (quoteAt === null ? text : text.slice(0, quoteAt)).trim();
}

describe("what each program writes is read as its sender meant it", () => {
  test.each([
    ["gmail-reply-en", /^Hi Salma,[\s\S]*third week now\.\n\nBen$/],
    ["gmail-reply-fr", /^Bonjour,[\s\S]*À midi, je raconte tout\.\n\nClaire Dumontet$/],
    ["gmail-reply-de", /^Guten Tag,[\s\S]*Marek Nowak$/],
    ["outlook-reply-en", /^Hello,[\s\S]*Henrik Sørensen$/],
    ["outlook-reply-fr", /^Bonjour,[\s\S]*Paul Rey$/],
    ["outlook-reply-de", /^Guten Tag,[\s\S]*M\. Nowak$/],
    ["outlook-web-reply-en", /^Hi, is the mixer[\s\S]*o0ukef>$/],
    ["apple-mail-reply-en", /^Thank you, tomorrow is fine\.\n\nGiulia$/],
    ["iphone-reply-fr", /^La casserole a fumé[\s\S]*Envoyé de mon iPhone$/],
    ["yahoo-reply-fr", /^Bonjour,\nsans réponse[\s\S]*Lucie Ferrand$/],
    ["thunderbird-reply-fr-flowed", /^Bonjour, je vous remercie .* et une autre adresse\.$/],
    ["thunderbird-reply-de", /^Vielen Dank, die fehlenden Teile sind heute angekommen\.$/],
  ])("%s", async (name, expected) => {
    expect(await newWords(name)).toMatch(expected);
    expect((await message(fixture(name))).inReplyTo).toEqual([ourId]);
  });

  test("answers between the quoted lines stay visible", async () => {
    const { quoteAt, text } = await message(fixture("thunderbird-reply-en-between"));
    expect(quoteAt).toBeNull();
    expect(text).toContain("The same as before.");
  });
});

describe("letters", () => {
  test("windows-1252 that says it is UTF-8", async () => {
    const { text, subject } = await message(fixture("charset-mislabelled"));
    expect(text).toBe("Bonjour, où est ma facture de 129 € ? « Elle est partie », m’a-t-on dit…");
    expect(subject).toBe("Ma facture à 129 €");
  });

  test("the euro sign and curly quotes of windows-1252", async () => {
    const { text, subject } = await message(fixture("charset-windows-1252"));
    expect(text).toBe("L’appareil coûte 129 € et n’a duré qu’un mois…");
    expect(subject).toBe("Prix : 129 €");
  });

  test("ISO-2022-JP", async () => {
    const { author, subject, text } = await message(fixture("charset-iso-2022-jp"));
    expect([author.name, subject]).toEqual(["山田花子", "やかんの漏れ"]);
    expect(text).toContain("やかんから水が漏れています");
  });

  test("an address with letters outside ASCII", async () => {
    const { author } = await message(fixture("smtputf8"));
    expect(author.identities[0]?.value).toBe("élodie@xn--crperie-kya.example");
  });

  test("real UTF-8 with one broken byte is not read as windows-1252", async () => {
    const source = Buffer.concat([
      Buffer.from("From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nÀ midi "),
      Buffer.from([0xc3]),
    ]);
    expect((await message(source)).text).toBe("À midi \ufffd");
  });
});

describe("what is nobody's question", () => {
  test.each([
    ["out-of-office-fr", "auto_reply"],
    ["out-of-office-plain", "auto_reply"],
    ["newsletter", "list"],
    ["our-own-mail-comes-back", "loop"],
    ["read-receipt", "receipt"],
  ])("%s is filed as %s", async (name, reason) => {
    expect(await read(fixture(name))).toMatchObject({ kind: "filed", reason });
  });

  test.each([
    ["bounce-postfix", "claire.dumontet@gmial.example", true, "550 5.1.1 User unknown"],
    ["bounce-exchange", "paul.rey@rey-associes.example", true, /^550 5\.1\.10 RESOLVER/],
    ["bounce-qmail", "nora@old.example", true, /This account is disabled/],
    ["bounce-delayed", "henrik@soerensen.example", false, /Connection timed out/],
  ])("%s", async (name, recipient, permanent, reason) => {
    const bounce = await read(fixture(name));
    expect(bounce).toMatchObject({ kind: "bounce", of: ourId, recipient, permanent });
    expect(bounce).toHaveProperty("reason", expect.stringMatching(reason));
  });

  test("mail in our own name without another person in it", async () => {
    expect(await read("From: care@marmelune.example\nSubject: test\n\nhello")).toMatchObject({
      reason: "own",
    });
  });

  test("another Avant's mail is a person's", async () => {
    await message(
      "From: care@other.example\nX-Avant-Loop: care@other.example\nSubject: order\n\nwhere is it?",
    );
  });

  test("a subject alone makes no bounce and no absence", async () => {
    await message("From: ben@okafor.example\nSubject: Undelivered mail order\n\nmy parcel was not delivered");
    await message("From: ben@okafor.example\nSubject: Out of office chair broken\n\nplease help");
    await message("From: postmaster@shop.example\nSubject: Question\n\nDo you sell to hotels?");
  });
});

describe("who speaks", () => {
  test("a contact form that writes in our name speaks for its visitor", async () => {
    expect((await message(fixture("website-form"))).author.identities[0]?.value).toBe("giulia@conti.example");
  });

  test("our own mailing group brings customers, not a newsletter", async () => {
    expect((await message(fixture("own-mailing-group"))).author.identities[0]?.value).toBe(
      "nora@lindqvist.example",
    );
  });

  test("no From", async () => {
    expect((await message(fixture("no-from"))).author).toMatchObject({ name: null, identities: [] });
  });

  test("only our own server's word counts, and only its first", async () => {
    const said = await message(fixture("authenticated"));
    expect(said.authentication).toBe("dkim=pass spf=pass dmarc=pass");
    expect(said.author.identities[0]).toMatchObject({
      value: "b.okafor@gmail.example",
      evidence: "authenticated",
    });
    const forged = "Authentication-Results: mx.evil.example; dmarc=pass\nFrom: ben@okafor.example\n\nx";
    expect(await message(forged)).toMatchObject({ authentication: null });
  });

  test("without a policy, an envelope or a signature of the sender's own domain vouches, another's does not", async () => {
    const said = (found: string, from = "marek@nowak.example") =>
      message(`Authentication-Results: mx.marmelune.example; ${found}; dmarc=none\nFrom: ${from}\n\nx`);
    for (const found of [
      "spf=pass smtp.mailfrom=bounces@nowak.example",
      "dkim=pass header.d=nowak.example",
      "dkim=fail header.d=nowak.example; dkim=pass header.i=@mail.nowak.example",
    ])
      expect((await said(found)).author.identities[0]?.evidence).toBe("authenticated");
    for (const found of [
      "spf=pass smtp.mailfrom=bulk@sender.example",
      "spf=pass smtp.helo=nowak.example",
      "spf=softfail smtp.mailfrom=marek@nowak.example",
      "dkim=pass header.d=xnowak.example",
      'spf=pass smtp.mailfrom="x; dmarc=pass; dkim=pass header.d=nowak.example"@sender.example',
      'dkim=pass header.d=example; spf=pass smtp.mailfrom="x@nowak.example@sender.example"',
    ])
      expect((await said(found)).author.identities[0]?.evidence).toBe("claimed");
  });

  test("an answer that nobody checked and that carries nothing of ours says so", async () => {
    expect((await message(fixture("answer-unchecked"))).authentication).toBe("spf=? dkim=? dmarc=?");
  });

  test("a check of the sender says nothing about the person in Reply-To", async () => {
    const source =
      "Authentication-Results: mx.marmelune.example; dmarc=pass\nFrom: care@marmelune.example\nReply-To: thief@evil.example\n\nx";
    expect((await message(source)).author.identities).toMatchObject([
      { value: "thief@evil.example", evidence: "claimed" },
    ]);
  });

  test("a date without a zone is the same everywhere", async () => {
    const { sentAt } = await message("From: a@b.example\nDate: Mon, 16 Nov 2026 10:00:00\n\nx");
    expect(sentAt).toEqual(new Date("2026-11-16T10:00:00Z"));
  });

  test("another address for answers is a fact, not an identity", async () => {
    const { author } = await message("From: ben@okafor.example\nReply-To: thief@evil.example\n\nx");
    expect(author.identities).toHaveLength(1);
    expect(author.facts).toEqual({ replyTo: "thief@evil.example" });
  });
});

describe("threading", () => {
  const token = "mfrggzdfmztwq2lknnwg23tpoayaaaaaaaaaaaaaaa";

  test("the token of our reply address, from header, envelope or Delivered-To, is not shown to anybody", async () => {
    const { token: found, recipients } = await message(fixture("long-message-id"));
    expect(found).toBe(token);
    expect(recipients.to).toEqual(["care@marmelune.example"]);
    const plain = "From: ben@okafor.example\nTo: care@marmelune.example\n\nx";
    expect((await message(plain, { envelopeTo: [`care+${token}@marmelune.example`] })).token).toBe(token);
    expect((await message(`Delivered-To: hello+${token}@marmelune.example\n${plain}`)).token).toBe(token);
  });

  test("a plus part that is no token, or another domain's, is none", async () => {
    expect((await message("From: a@b.example\nTo: care+orders@marmelune.example\n\nx")).token).toBeNull();
    expect((await message(`From: a@b.example\nTo: care+${token}@evil.example\n\nx`)).token).toBeNull();
  });

  test("a token in our Message-ID", async () => {
    const source = `From: a@b.example\nIn-Reply-To: <0199f2ab.${token}@marmelune.example>\n\nx`;
    expect((await message(source)).token).toBe(token);
  });

  test("In-Reply-To first, then References from the nearest", async () => {
    const source = "From: a@b.example\nReferences: <1@x> <2@x>\n <3@x>\nIn-Reply-To: <3@x>\n\nx";
    expect((await message(source)).inReplyTo).toEqual(["<3@x>", "<2@x>", "<1@x>"]);
  });

  test("ids of 4,000 characters become short ones, the same each time", async () => {
    const { externalId, inReplyTo } = await message(fixture("long-message-id"));
    expect(externalId).toMatch(/^<[0-9a-f]{40}@hashed\.invalid>$/);
    expect(inReplyTo[0]).toMatch(/^<[0-9a-f]{40}@hashed\.invalid>$/);
  });
});

describe("files", () => {
  test("an inline picture keeps its Content-ID, another file does not", async () => {
    const { files } = await message(fixture("inline-picture"));
    expect(files.map(({ name, contentType, contentId }) => ({ name, contentType, contentId }))).toEqual([
      { name: "kettle.png", contentType: "image/png", contentId: "ii_kettle@gmail" },
      { name: "reçu.pdf", contentType: "application/pdf", contentId: null },
    ]);
    expect(Buffer.from(files[1]!.bytes).toString()).toBe("%PDF-1.4 receipt M-20377");
  });

  test("winmail.dat and invitations are kept", async () => {
    expect((await message(fixture("winmail-dat"))).files.map((file) => file.name)).toEqual(["winmail.dat"]);
    expect((await message(fixture("calendar-invite"))).files.map((file) => file.name)).toEqual([
      "invite.ics",
    ]);
  });
});

describe("mail that nobody sends by mistake", () => {
  const head = "From: ben@okafor.example\nTo: care@marmelune.example\nSubject: x\n";
  test.each([
    ["20,000 nested tags", `${head}Content-Type: text/html\n\n${"<div>".repeat(20_000)}words`],
    [
      "5,000 parts",
      `${head}Content-Type: multipart/mixed; boundary=b\n\n${"--b\nContent-Type: text/plain\n\nwords\n".repeat(5000)}--b--`,
    ],
    [
      "5,000 files",
      `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n${"--b\nContent-Type: image/png\n\nx\n".repeat(5000)}--b--`,
    ],
    ["200 nested multiparts", `${head}${nested(200)}`],
    ["a megabyte of header", `${head}X-Long: ${"y".repeat(1_500_000)}\n\nwords`],
    ["50,000 header fields", `${head}${"X-A: b\n".repeat(50_000)}\nwords`],
    ["no end of references", `${head}References: ${"<a@b> ".repeat(100_000)}\n\nwords`],
    [
      "a boundary that never comes",
      `${head}Content-Type: multipart/mixed; boundary=b\n\nwords\n${"-".repeat(500_000)}`,
    ],
    [
      "broken base64",
      `${head}Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${"=".repeat(200_000)}d29yZHM=`,
    ],
    ["an unknown charset", `${head}Content-Type: text/plain; charset=klingon\n\nwords`],
    ["a header of encoded words", `From: a@b.example\nSubject: ${"=?utf-8?q?x?= ".repeat(30_000)}\n\nwords`],
    ["100,000 addresses", `From: a@b.example\nTo: ${"c@d.example, ".repeat(100_000)}\n\nwords`],
    ["nested groups of addresses", `From: ${"a:".repeat(50_000)}\n\nwords`],
  ])("%s is bounded", async (_name, source) => {
    const started = process.cpuUsage();
    const [incoming] = await parse(rawMail(Buffer.from(source.replace(/\n/g, "\r\n")), {}), config);
    expect(incoming?.kind).toBe("message");
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(6000);
  });

  function nested(depth: number): string {
    let source = "";
    for (let i = 0; i < depth; i++) source += `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`;
    return `${source}Content-Type: text/plain\n\nwords`;
  }
});

describe("the id under which a mail is known again", () => {
  const source = "Message-ID: <a@b>\r\nFrom: a@b\r\nSubject: s\r\n\r\nwords\r\n";
  const id = (text: string) => rawMail(Buffer.from(text), {}).externalId;

  test("is the same by another way", () => {
    expect(id(`Received: by x\r\nDelivered-To: y\r\n${source}`)).toBe(id(source));
    expect(id(source.replace(/\r\n/g, "\n"))).toBe(id(source));
  });

  test("is another with other words or without an id", () => {
    expect(id(source.replace("words", "others"))).not.toBe(id(source));
    expect(id(source.replace(/^Message-ID.*\r\n/, ""))).toMatch(/^<[0-9a-f]{40}@missing\.invalid>#/);
  });
});

test("a mail without a date, or with an empty one, has none", async () => {
  for (const header of ["", "Date:\r\n", "Date:   \r\n"]) {
    const body = Buffer.from(
      `From: Ben Okafor <ben@example.org>\r\n${header}Subject: Kettle\r\n\r\nIt leaks.\r\n`,
    );
    const raw = { externalId: "<a@example.org>", body, contentType: "message/rfc822", meta: {} };
    const [message] = await parse(raw, config);
    expect(message).toMatchObject({ kind: "message", sentAt: null });
  }
});
