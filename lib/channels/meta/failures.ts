import { Permanent, Temporary } from "@/lib/channels/channel";
import type { GraphError } from "./api";

/** Too much was asked of the network; it said, or we guess, when it goes on. */
export class RateLimited extends Temporary {
  constructor(at: Date) {
    super("meta.rate_limited", { at: at.toISOString() }, at);
  }
}

/** What was asked for is not there, or not for us to see. */
export class Gone extends Permanent {
  constructor(reason: string) {
    super("meta.gone", { reason });
  }
}

/** Application, page, user and custom limits, and those of each use case (…/graph-api/overview/rate-limiting). */
const limits = new Set([4, 17, 32, 613, ...Array.from({ length: 15 }, (_, n) => 80_000 + n)]);

/**
 * The error of an answer as something to act on, by its code
 * (developers.facebook.com/docs/graph-api/guides/error-handling, …/messenger-platform/error-codes).
 */
export function meaning(
  status: number,
  error: GraphError | null,
  about: { host: string; now: Date; regainAt: Date | null },
): Error {
  const { host, now, regainAt } = about;
  if (error === null) {
    if (status === 429) return new RateLimited(regainAt ?? in15Minutes(now));
    if (status >= 500 || status === 408) return new Temporary("meta.server_trouble", { host, status });
    return new Temporary("meta.not_meta", { host });
  }
  const reason = error.message.slice(0, 300);
  const { code, error_subcode: sub } = error;
  if (limits.has(code)) return new RateLimited(regainAt ?? in15Minutes(now));
  // Too many to one person: rather a matter of minutes.
  if (code === 368) return new Temporary("meta.blocked_for_now", { reason }, in15Minutes(now));
  if (code === 190 || code === 102 || code === 463 || code === 467)
    return new Permanent("meta.token_refused", { reason });
  if (sub === 2018278 || sub === 2534022 || (code === 10 && /window/i.test(reason)))
    return new Permanent("meta.window_closed");
  if (sub === 2018065 || sub === 2018108) return new Permanent("meta.human_agent_missing", { reason });
  if (code === 551 || sub === 1545041 || sub === 2018001) return new Permanent("meta.person_unavailable");
  if (code === 10900 || sub === 2018168) return new Permanent("meta.answered_privately");
  if (code === 3 || code === 10 || (code >= 200 && code <= 299))
    return new Permanent("meta.not_allowed", { reason });
  if (code === 100 && (sub === 33 || /does not exist/i.test(reason))) return new Gone(reason);
  if (code === 803) return new Gone(reason);
  if (error.is_transient || code === 1 || code === 2 || (status >= 500 && code === 0))
    return new Temporary("meta.server_trouble", { host, status });
  return new Permanent("meta.refused", { code, reason });
}

function in15Minutes(now: Date): Date {
  return new Date(now.getTime() + 15 * 60_000);
}
