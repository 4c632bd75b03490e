import { createTranslator } from "use-intl/core";
import type { Language } from "@/db/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

type Messages = { [key: string]: Messages | string };

const catalogues: Record<Language, Messages> = { en, fr };

/** The named parts of a catalogue, such as `queue` or `settings.team`: what one screen sends to the browser. */
export function pick(language: Language, names: readonly string[]): Messages {
  const picked: Messages = {};
  for (const name of names) {
    const part = catalogues[language][name];
    if (part !== undefined) picked[name] = part;
  }
  return picked;
}

/** Says sentences on the server. */
export function translator(language: Language, namespace: string, zone = "UTC") {
  return createTranslator({
    locale: language,
    messages: catalogues[language],
    namespace,
    timeZone: zone,
    onError: () => {},
    getMessageFallback: ({ key }) => key,
  });
}
