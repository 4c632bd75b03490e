import { z } from "zod";

/**
 * How far a folder has been read: the last UID under this UIDVALIDITY (RFC 3501, section 2.3.1.1), and the day
 * from which mail counts, fixed when the mailbox was connected.
 */
export type ImapCursor = {
  uidvalidity: string;
  uid: number;
  since: string;
  /** The same of the folder of sent mail. */
  sent?: { uidvalidity: string; uid: number } | undefined;
};

const place = { uidvalidity: z.string(), uid: z.number().int().min(0) };
const schema = z.object({ ...place, since: z.string(), sent: z.object(place).optional() });

/** Null for none and for what cannot be read: then everything since the first day is looked at again. */
export function readCursor(text: string | null): ImapCursor | null {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Where to go on in a folder that is open now. A new UIDVALIDITY means that all UIDs are new: everything since
 * the first day is read again, and what is known already is recognised by its id.
 */
export function resume(cursor: ImapCursor | null, uidvalidity: string, firstDay: Date): ImapCursor {
  if (cursor === null) return { uidvalidity, uid: 0, since: firstDay.toISOString() };
  return cursor.uidvalidity === uidvalidity ? cursor : { ...cursor, uidvalidity, uid: 0 };
}
