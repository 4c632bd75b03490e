import type { Language } from "@/db/enums";
import { sentence } from "@/lib/sentences";

/**
 * Why a phrase counts, in words that can be read aloud to the customer: what they say, never how they are. A reason
 * of ours has its sentence, one of the organisation is its own.
 */
export function reasonText(reason: string, language: Language): string {
  return sentence(language, `cues.reasons.${reason}`) ?? reason;
}
