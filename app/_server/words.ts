import { createTranslator } from "use-intl/core";
import type { Language } from "@/db/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

type Messages = { [key: string]: Messages | string };

const catalogues: Record<Language, Messages> = { en, fr };
// The same, as the translator's type takes it: it would else ask for the keys of a catalogue known beforehand.
const spoken: Record<Language, Record<string, unknown>> = { en, fr };

/** The named parts of a catalogue, such as `queue` or `settings.team`: what one screen sends to the browser. */
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
export function translator(language: Language, namespace: string, zone = "UTC"): Say {
  const say = createTranslator({
    locale: language,
    messages: spoken[language],
    timeZone: zone,
    onError: () => {},
    getMessageFallback: ({ key }) => key,
  });
  return (key, values) => say(`${namespace}.${key}`, values);
}
