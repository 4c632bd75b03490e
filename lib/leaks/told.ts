/** Told us, then posted: so many days may lie between the two. */
export const windowDays = 14;

/** What somebody told us in private, and when we answered it in the same conversation; null while they wait. */
export type Contact = { conversationId: string; messageId: string; toldAt: Date; answeredAt: Date | null };

/**
 * Which of the contacts before a public complaint it came after: the one that has waited longest, and where nobody
 * waited, the beginning of the last one that we answered. Null without any. `contacts` lie in the fourteen days before
 * `postedAt`; an answer after that moment is none. Pure.
 *
 * The definition, once: a leak is a public complaint by somebody who had told us in private in the fourteen days
 * before. It counts once, with the first post; whoever was public already when they told us is no leak; and so is
 * nothing that a colleague has called none. See docs/leaks.md.
 */
export function toldBefore(contacts: readonly Contact[], postedAt: Date): Contact | null {
  const known = contacts
    .filter(({ toldAt }) => toldAt < postedAt && postedAt.getTime() - toldAt.getTime() <= windowMs)
    .map((one) =>
      one.answeredAt !== null && one.answeredAt >= postedAt ? { ...one, answeredAt: null } : one,
    )
    .sort((a, b) => a.toldAt.getTime() - b.toldAt.getTime());
  const waiting = known.find(({ answeredAt }) => answeredAt === null);
  if (waiting) return waiting;
  const last = Math.max(...known.map(({ answeredAt }) => answeredAt?.getTime() ?? 0));
  return known.find(({ answeredAt }) => answeredAt?.getTime() === last) ?? null;
}

const windowMs = windowDays * 86_400_000;
