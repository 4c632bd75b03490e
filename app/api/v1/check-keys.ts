import { firstClash, isFree, isKey, type OwnKeys } from "@/app/(desk)/actions/own-keys";
import type { Language } from "@/db/enums";
import { fail } from "@/lib/errors";
import { sentence } from "@/lib/sentences";

/** Throws `keys.unknown` for what is no action or no key, `keys.taken` where a key would mean two things. */
export function checkKeys(language: Language, own: OwnKeys): void {
  for (const [id, keys] of Object.entries(own)) {
    if (!isFree(id) || !keys.every(isKey)) fail("invalid", "keys.unknown", { action: id });
  }
  const clash = firstClash(own);
  if (!clash) return;
  const name = (id: string) => sentence(language, `actions.${id}`) ?? id;
  fail("conflict", "keys.taken", { key: clash.key, action: name(clash.other) }, clash);
}
