import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { fail } from "@/lib/errors";
import { limiter } from "@/lib/limits";

const windowSeconds = 15 * 60;
const familiarSeconds = 90 * 24 * 3600;

/**
 * Wrong passwords in a quarter of an hour. The narrow limit is for one account from one network, so that a stranger
 * who types somebody's address wrongly all day shuts out nobody but himself. Over all networks an account has a wide
 * limit, which does not count for networks where its owner has signed in before.
 */
const limits = {
  accountAndNetwork: limiter("sign-in:pair", 10, windowSeconds),
  network: limiter("sign-in:network", 60, windowSeconds),
  account: limiter("sign-in:account", 100, windowSeconds),
};

/** Account and network pairs that have proved themselves in the last three months. */
const familiar = limiter("sign-in:familiar", 1, familiarSeconds);

export type Attempt = { email: string; network: string };

/** Throws `unavailable` (429 at the edge) while there were too many wrong passwords. */
export async function checkAttempt(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  const [pair, network, account] = await Promise.all([
    limits.accountAndNetwork.wait(keys.accountAndNetwork),
    limits.network.wait(keys.network),
    limits.account.wait(keys.account),
  ]);
  const wide = account > 0 && (await familiar.wait(keys.accountAndNetwork)) > 0 ? 0 : account;
  const seconds = Math.max(pair, network, wide);
  if (seconds > 0) fail("unavailable", "rate.limited", { seconds });
}

/** Counts a wrong password, and an address that nobody has, alike. */
export async function countFailure(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  await Promise.all([
    limits.accountAndNetwork.count(keys.accountAndNetwork),
    limits.network.count(keys.network),
    limits.account.count(keys.account),
  ]);
}

export async function countSuccess(attempt: Attempt): Promise<void> {
  const { accountAndNetwork } = keysOf(attempt);
  await Promise.all([familiar.count(accountAndNetwork), limits.accountAndNetwork.forget(accountAndNetwork)]);
}

function keysOf({ email, network }: Attempt) {
  const account = createHash("sha256").update(email.toLowerCase()).digest("base64url");
  const block = networkBlock(network);
  return { account, network: block, accountAndNetwork: `${account} ${block}` };
}

/** An IPv6 customer owns a whole /64 and can change within it at will; an IPv4 address stands for itself. */
export function networkBlock(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(bare)) return bare;
  const [head = "", tail = ""] = bare.split("::");
  const left = head.split(":").filter(Boolean);
  const right = bare.includes("::") ? tail.split(":").filter(Boolean) : [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...(bare.includes("::") ? zeros : []), ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":");
}
