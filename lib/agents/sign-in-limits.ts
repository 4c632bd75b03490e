import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { fail } from "@/lib/errors";

/**
 * Wrong passwords in a quarter of an hour. The narrow limit is for one account from one network, so that a stranger
 * who types somebody's address wrongly all day shuts out nobody but himself. Over all networks an account has a wide
 * limit, which does not count for networks where its owner has signed in before.
 */
const limits = { accountAndNetwork: 10, network: 60, account: 100 } as const;
const windowSeconds = 15 * 60;

type Counters = {
  accountAndNetwork: RateLimiterMemory;
  network: RateLimiterMemory;
  account: RateLimiterMemory;
  /** Account and network pairs that have proved themselves. */
  familiar: Set<string>;
};

const slot = globalThis as typeof globalThis & { avantSignIns?: Counters };

export type Attempt = { email: string; network: string };

/** Throws `unavailable` (429 at the edge) while there were too many wrong passwords. */
export async function checkAttempt(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  const seconds = Math.max(
    await waitOf("accountAndNetwork", keys.accountAndNetwork),
    await waitOf("network", keys.network),
    counters().familiar.has(keys.accountAndNetwork) ? 0 : await waitOf("account", keys.account),
  );
  if (seconds > 0) fail("unavailable", "rate.limited", { seconds });
}

/** Counts a wrong password, and an address that nobody has, alike. */
export async function countFailure(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  for (const kind of ["accountAndNetwork", "network", "account"] as const)
    await counters()[kind].penalty(keys[kind]);
}

export async function countSuccess(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  if (counters().familiar.size > 50_000) counters().familiar.clear();
  counters().familiar.add(keys.accountAndNetwork);
  await counters().accountAndNetwork.delete(keys.accountAndNetwork);
}

async function waitOf(kind: keyof typeof limits, key: string): Promise<number> {
  const state = await counters()[kind].get(key);
  if (!state || state.consumedPoints < limits[kind]) return 0;
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000));
}

function counters(): Counters {
  const limiter = (kind: keyof typeof limits) =>
    new RateLimiterMemory({ points: limits[kind], duration: windowSeconds, keyPrefix: kind });
  slot.avantSignIns ??= {
    accountAndNetwork: limiter("accountAndNetwork"),
    network: limiter("network"),
    account: limiter("account"),
    familiar: new Set(),
  };
  return slot.avantSignIns;
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
