/** Never more often, whatever the feed allows. */
const leastMs = 5 * 60_000;
/** A customer's word must be heard within the hour, whatever the feed asks. */
const mostMs = 60 * 60_000;
const longestBackOffMs = 6 * 60 * 60_000;

/** When a feed that answered is asked again: as it says in Cache-Control or `ttl`, between 5 minutes and an hour. */
export function nextLook(address: string, now: Date, headers: Headers, ttlMinutes: number | null): Date {
  const age = /max-age\s*=\s*(\d{1,8})/i.exec(headers.get("cache-control") ?? "")?.[1];
  const asked = Math.max(Number(age ?? 0) * 1000, (ttlMinutes ?? 0) * 60_000);
  return new Date(now.getTime() + Math.min(Math.max(asked, least(address)), mostMs));
}

/** 5, 10, 20 … minutes up to six hours, or later where the other side says when. */
export function backOff(address: string, now: Date, fails: number, retryAt: Date | null): Date {
  const wait = Math.min(least(address) * 2 ** Math.min(fails - 1, 10), longestBackOffMs);
  return new Date(Math.max(now.getTime() + wait, retryAt?.getTime() ?? 0));
}

/** Blog software answers "not changed" to an edited or deleted comment, so now and then (30 minutes) all is asked for. */
export function wholeEvery(address: string): number {
  return 6 * least(address);
}

/** A server on this machine is nobody's but ours. */
function least(address: string): number {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host) ? 20_000 : leastMs;
}
