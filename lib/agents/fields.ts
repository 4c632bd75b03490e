import { z } from "zod";

/** A person's name as it is shown: no line breaks, no direction marks that could disguise another name. */
export const personName = z
  .string()
  .transform((name) => name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "").trim())
  .pipe(z.string().min(1).max(80));

/** An address to sign in with, compared without regard to case. */
export const emailAddress = z.string().trim().max(254).pipe(z.email());

/** Whether this is a time zone that the runtime knows, such as Europe/Paris. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
