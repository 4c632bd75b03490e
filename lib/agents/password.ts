import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { fail } from "@/lib/errors";

/** Long rather than adorned (NIST SP 800-63B, section 5.1.1.2); the upper end keeps hashing cheap. */
export const newPassword = z.string().min(10).max(200);

// OWASP's second choice for argon2id: 19 MiB, two rounds, about 50 ms here.
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** argon2id in PHC format. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), cost));
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function isPassword(password: string, storedHash: string | null): Promise<boolean> {
  const against = storedHash ?? (await decoy());
  const isRight = await inTurn(() => verify(against, password.normalize("NFKC")));
  return isRight && storedHash !== null;
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  decoyHash ??= hashPassword("nobody has this password");
  return decoyHash;
}

// Each hash takes 19 MiB and a thread of the pool that files and name look-ups need too.
const atOnce = 2;
const inLine = 60;
let running = 0;
const line: Array<() => void> = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (line.length >= inLine) fail("unavailable", "sign_in.busy", { seconds: 5 });
  if (running >= atOnce) await new Promise<void>((go) => line.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else running--;
  }
}
