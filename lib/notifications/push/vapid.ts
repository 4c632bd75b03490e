import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { open, seal } from "@/lib/secrets";

export type Vapid = { publicKey: string; privateKey: string };

const hours = 12;

/**
 * The key pair by which push services know us, made on the first call and kept sealed: browsers tie their subscription to
 * it. `publicKey` is the raw point and `privateKey` PKCS #8, both base64url.
 */
export async function vapidKeys(): Promise<Vapid> {
  const kept = await read();
  if (kept) return kept;
  const made = seal(JSON.stringify(generate()), "vapid");
  // Two processes at once: the first stays.
  await db.execute(sql`update installation set vapid = coalesce(vapid, ${made})`);
  const stored = await read();
  if (!stored) throw new Error("There is no installation row to keep the push keys in");
  return stored;
}

async function read(): Promise<Vapid | null> {
  const found = await db.execute<{ vapid: string | null }>(sql`select vapid from installation`);
  const sealed = found.rows[0]?.vapid;
  return sealed ? JSON.parse(open(sealed, "vapid")) : null;
}

function generate(): Vapid {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  return {
    publicKey: point.toString("base64url"),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url"),
  };
}

/** The Authorization header for a push service (RFC 8292): says who sends, to that service only, for half a day. */
export function vapidHeader(vapid: Vapid, endpoint: string, subject: string, now: Date): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ typ: "JWT", alg: "ES256" })}.${part({
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + hours * 3600,
    sub: subject,
  })}`;
  const key = createPrivateKey({
    key: Buffer.from(vapid.privateKey, "base64url"),
    format: "der",
    type: "pkcs8",
  });
  const signature = sign("sha256", Buffer.from(body), { key, dsaEncoding: "ieee-p1363" });
  return `vapid t=${body}.${signature.toString("base64url")}, k=${vapid.publicKey}`;
}

/** Of a raw point, for whoever checks a signature. */
export function publicKeyOf(point: string) {
  const raw = Buffer.from(point, "base64url");
  return createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: raw.subarray(1, 33).toString("base64url"),
      y: raw.subarray(33).toString("base64url"),
    },
  });
}
