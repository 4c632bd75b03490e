import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { Incoming } from "@/lib/channels/channel";
import { fakeContext } from "@/lib/channels/email/fake-context";
import { parse } from "@/lib/channels/email/parse";
import { readForm } from "./form";
import { receiveByPost } from "./webhook";

const key = "key-of-marmelune";
const token = "a-token-of-20-letters-or-more";
const ctx = fakeContext({ inboundToken: token, mailgunKey: key, snsTopic: "arn:aws:sns:eu-west-1:1:mail" });
const mime =
  "From: Ben Okafor <ben@okafor.example>\r\nTo: care@marmelune.example\r\nSubject: Kettle\r\nMessage-ID: <kettle@okafor.example>\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nÇa fuit.\r\n";

async function post(
  body: BodyInit,
  headers: Record<string, string> = {},
  query = "",
): Promise<Incoming[] | number> {
  const url = `http://127.0.0.1/api/hooks/email/x${query}`;
  const answer = await receiveByPost(ctx, new Request(url, { method: "POST", body, headers }), null);
  if (answer instanceof Response) return answer.status;
  return (await Promise.all(answer.map((item) => parse(item, ctx.config)))).flat();
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

function signed(at = Date.now(), by = key) {
  const timestamp = String(Math.round(at / 1000));
  const nonce = "ae25fa1c3b1d4c6f";
  const signature = createHmac("sha256", by)
    .update(timestamp + nonce)
    .digest("hex");
  return { timestamp, token: nonce, signature };
}

const said = [
  { kind: "message", subject: "Kettle", text: "Ça fuit.", externalId: "<kettle@okafor.example>" },
];

test("Mailgun: the whole mail, or taken apart; never without its signature, never an old one", async () => {
  const whole = { sender: "ben@okafor.example", recipient: "care@marmelune.example", "body-mime": mime };
  expect(await post(form({ ...whole, ...signed() }))).toMatchObject(said);
  expect(await post(form({ ...whole, ...signed(Date.now(), "another") }))).toBe(401);
  expect(await post(form({ ...whole, ...signed(Date.now() - 600_000) }))).toBe(401);
  const apart = {
    from: "Ben Okafor <ben@okafor.example>",
    "body-plain": "Ça fuit.",
    "body-html": "<p>Ça fuit.</p>",
    "message-headers": JSON.stringify([
      ["From", "Ben Okafor <ben@okafor.example>"],
      ["Subject", "Kettle"],
      ["Message-Id", "<kettle@okafor.example>"],
      ["Content-Type", "multipart/alternative; boundary=theirs"],
    ]),
  };
  expect(await post(form({ ...apart, ...signed() }))).toMatchObject(said);
  const failed = {
    signature: signed(),
    "event-data": {
      event: "failed",
      severity: "permanent",
      recipient: "ben@okafor.example",
      message: { headers: { "message-id": "ours@marmelune.example" } },
      "delivery-status": { message: "5.1.1 no such user" },
    },
  };
  expect(await post(JSON.stringify(failed), { "content-type": "application/json" })).toMatchObject([
    { kind: "bounce", of: "<ours@marmelune.example>", recipient: "ben@okafor.example", permanent: true },
  ]);
});

test("SendGrid: raw or taken apart, with the token in the address", async () => {
  const envelope = JSON.stringify({ to: ["care@marmelune.example"], from: "ben@okafor.example" });
  expect(await post(form({ email: mime, envelope }), {}, `?token=${token}`)).toMatchObject(said);
  expect(await post(form({ email: mime, envelope }), {}, "?token=wrong")).toBe(401);
  const headers =
    "From: Ben Okafor <ben@okafor.example>\nSubject: Kettle\nMessage-ID: <kettle@okafor.example>\n";
  const apart = form({ headers, text: "Ça fuit.", charsets: '{"text":"UTF-8"}', envelope });
  apart.set("attachment1", new File(["%PDF"], "reçu.pdf", { type: "application/pdf" }));
  expect(await post(apart, {}, `?token=${token}`)).toMatchObject([
    { ...said[0], files: [{ contentType: "application/pdf" }] },
  ]);
});

test("Postmark: a mail and a bounce, by basic authentication", async () => {
  const headers = {
    "content-type": "application/json",
    authorization: `Basic ${Buffer.from(`avant:${token}`).toString("base64")}`,
  };
  const mail = {
    From: "ben@okafor.example",
    To: "care@marmelune.example",
    Subject: "Kettle",
    TextBody: "Ça fuit.",
    HtmlBody: "",
    MessageID: "73e6d360",
    Headers: [{ Name: "Message-ID", Value: "<kettle@okafor.example>" }],
    Attachments: [{ Name: "a.txt", Content: "eA==", ContentType: "text/plain", ContentLength: 1 }],
  };
  expect(await post(JSON.stringify(mail), headers)).toMatchObject([
    { ...said[0], files: [{ name: "a.txt" }] },
  ]);
  expect(await post(JSON.stringify(mail), { "content-type": "application/json" })).toBe(401);
  const bounce = {
    RecordType: "Bounce",
    Type: "HardBounce",
    Email: "ben@okafor.example",
    Content: "Message-ID: <ours@marmelune.example>\r\n",
    Details: "550",
  };
  expect(await post(JSON.stringify(bounce), headers)).toMatchObject([
    { kind: "bounce", of: "<ours@marmelune.example>" },
  ]);
});

test("SES: another topic, another host for the certificate or an old envelope is refused before anything is fetched", async () => {
  const envelope = {
    Type: "Notification",
    MessageId: "1",
    TopicArn: ctx.config.snsTopic,
    Message: "{}",
    Timestamp: new Date().toISOString(),
    SignatureVersion: "1",
    Signature: "x",
    SigningCertURL: "https://sns.eu-west-1.amazonaws.com.evil.example/c.pem",
  };
  const headers = { "x-amz-sns-message-type": "Notification", "content-type": "text/plain" };
  for (const changes of [
    {},
    { TopicArn: "arn:aws:sns:eu-west-1:2:other" },
    { Timestamp: "2020-01-01T00:00:00Z" },
  ])
    expect(await post(JSON.stringify({ ...envelope, ...changes }), headers)).toBe(401);
});

test("a signature of Mailgun's that somebody caught carries no other mail than the one it came with", async () => {
  const first = new Map<string, string>();
  const once = {
    ...ctx,
    claim: async (key: string, value: string) => {
      first.set(key, first.get(key) ?? value);
      return first.get(key) ?? value;
    },
  };
  const proof = signed();
  const statusOf = async (fields: Record<string, string>) => {
    const request = new Request("http://127.0.0.1/x", { method: "POST", body: form(fields) });
    const answer = await receiveByPost(once, request, null);
    return answer instanceof Response ? answer.status : answer.length;
  };
  expect(await statusOf({ ...proof, "body-mime": mime })).toBe(1);
  expect(await statusOf({ ...proof, "body-mime": mime })).toBe(1);
  expect(await statusOf({ ...proof, "body-mime": mime.replace("Kettle", "Refund me") })).toBe(401);
});

test("a certificate of Amazon's is a file of its own, never the answer to a question", async () => {
  const asked: string[] = [];
  const watched = {
    ...ctx,
    fetch: async (input: string | URL | Request) => {
      asked.push(String(input));
      throw new TypeError("fetch failed");
    },
  };
  const envelope = {
    Type: "Notification",
    MessageId: "1",
    TopicArn: ctx.config.snsTopic,
    Message: "{}",
    Timestamp: new Date().toISOString(),
    SignatureVersion: "2",
    Signature: "x",
  };
  const host = "https://sns.eu-west-1.amazonaws.com";
  for (const path of ["/?Action=Echo&x=.pem", "/SimpleNotificationService-9c6465fa.pem"]) {
    const body = JSON.stringify({ ...envelope, SigningCertURL: host + path });
    const headers = { "x-amz-sns-message-type": "Notification" };
    const request = new Request("http://127.0.0.1/x", { method: "POST", body, headers });
    expect(await receiveByPost(watched, request, null)).toMatchObject({ status: 401 });
  }
  expect(asked).toEqual([`${host}/SimpleNotificationService-9c6465fa.pem`]);
});

test("a form that breaks off anywhere is refused, and harms nobody", async () => {
  const whole = Buffer.from(
    await new Request("http://127.0.0.1/x", {
      method: "POST",
      body: form({ subject: "Kettle" }),
    }).arrayBuffer(),
  );
  const boundary = whole.toString("latin1").split("\r\n", 1)[0]!.slice(2);
  const file = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="kettle.jpg"\r\n\r\nbytes and more bytes\r\n`,
  );
  const body = Buffer.concat([file, whole]);
  for (let end = 0; end < body.length; end++) {
    await readForm(body.subarray(0, end), `multipart/form-data; boundary=${boundary}`);
  }
});
