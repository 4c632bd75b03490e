import type { Language } from "@/db/enums";
import { sentence } from "@/lib/sentences";

/**
 * The confirmation that a visitor gets by mail. It holds nothing that they typed, so that nobody can use the form
 * to have us mail their own words to somebody else. `hours`: 9 of 10 are answered within so many business hours;
 * null when too few answers are known.
 */
export function acknowledgement({
  language,
  brand,
  reference,
  hours,
  notice,
}: {
  language: Language;
  brand: string;
  reference: string;
  hours: number | null;
  /** The line that was agreed for today; ours, not theirs. */
  notice: string | null;
}): { subject: string; text: string } {
  const say = (key: string) =>
    sentence(language, `form.acknowledgement.${key}`, { brand, reference, hours: hours ?? 0 }) ?? "";
  return {
    subject: say("subject"),
    text: [
      say("greeting"),
      say(hours === null ? "received" : "receivedHours"),
      ...(notice === null ? [] : [notice]),
      say("reference"),
      say("add"),
      say("notYou"),
      say("brand"),
    ].join("\n\n"),
  };
}
