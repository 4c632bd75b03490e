import type { Language } from "@/db/enums";
import { sentence } from "@/lib/sentences";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

type Messages = { [key: string]: Messages | string };

const catalogues: Record<Language, Messages> = { en, fr };

/** The named parts of a catalogue, such as `queue`: what one screen sends to the browser. */
export function pick(language: Language, names: readonly string[]): Messages {
  const picked: Messages = {};
  for (const name of names) {
    const part = catalogues[language][name];
    if (part !== undefined) picked[name] = part;
  }
  return picked;
}

export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Says the sentences of one namespace, such as `auth.signIn`, on the server. */
export function translator(language: Language, namespace: string): Say {
  return (key, values) => sentence(language, `${namespace}.${key}`, values) ?? key;
}
