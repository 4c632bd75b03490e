import { createTranslator } from "use-intl/core";
import { type Language, languages } from "@/db/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

type Texts = { [key: string]: string | Texts };

const catalogues: Record<Language, Texts> = { en, fr };

/**
 * The sentence that a key such as `errors.not_found` names, with ICU `params` filled in; null for an unknown key.
 * For what is said outside of a screen: answers of the API, mails.
 */
export function sentence(
  language: Language,
  key: string,
  params: Record<string, string | number> = {},
): string | null {
  const text = key
    .split(".")
    .reduce<string | Texts | undefined>(
      (at, name) => (typeof at === "object" && Object.hasOwn(at, name) ? at[name] : undefined),
      catalogues[language],
    );
  if (typeof text !== "string") return null;
  // use-intl wants keys that the compiler knows; ours come from errors and the database.
  const say = createTranslator({
    locale: language,
    messages: { it: text },
    timeZone: "UTC",
    onError: () => {},
    getMessageFallback: () => text,
  });
  return say("it", params);
}

/** The cookie in which this browser keeps a language chosen by hand. */
export const languageCookie = "avant-language";

/** The language to answer a request in: chosen in this browser, else the person's own, else what the browser asks for. */
export function requestLanguage(
  headers: { get(name: string): string | null },
  setting: Language | null = null,
): Language {
  const cookies = (headers.get("cookie") ?? "").split(";").map((part) => part.trim());
  const chosen = languages.find((language) => cookies.includes(`${languageCookie}=${language}`));
  return chosen ?? setting ?? preferredLanguage(headers.get("accept-language"));
}

/** The best of our languages for an Accept-Language header (RFC 9110, section 12.5.4); English when none fits. */
export function preferredLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? "").split(",").map((part, order) => {
    const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
    const weight = rest.map((field) => field.trim()).find((field) => field.startsWith("q="));
    return { language: tag.split("-")[0], quality: weight ? Number(weight.slice(2)) || 0 : 1, order };
  });
  wanted.sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { language, quality } of wanted) {
    const found = languages.find((known) => known === language);
    if (found && quality > 0) return found;
  }
  return "en";
}
