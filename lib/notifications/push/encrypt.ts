import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from "node:crypto";

/** One record holds everything we ever send; push services refuse more than 4096 bytes. */
const recordSize = 4096;

/**
 * Encrypts a text for one browser (RFC 8291, content coding aes128gcm of RFC 8188): the push service carries it and
 * cannot read it. `p256dh` and `auth` are the browser's, base64url. Throws for keys that are none.
 */
export function encrypt(
  text: string,
  browser: { p256dh: string; auth: string },
  own: { ecdh: ECDH; salt: Buffer } = fresh(),
): Buffer {
  const theirKey = Buffer.from(browser.p256dh, "base64url");
  const ourKey = own.ecdh.getPublicKey();
  const shared = own.ecdh.computeSecret(theirKey);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirKey, ourKey]);
  const secret = derive(shared, Buffer.from(browser.auth, "base64url"), info, 32);
  const key = derive(secret, own.salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, own.salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  // 2 marks the last record.
  const sealed = [
    cipher.update(text, "utf8"),
    cipher.update(Buffer.from([2])),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([own.salt, size, Buffer.from([ourKey.length]), ourKey, ...sealed]);
}

function fresh(): { ecdh: ECDH; salt: Buffer } {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  return { ecdh, salt: randomBytes(16) };
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, length));
}
