import compile from "icu-minify/compile";
import type { Language } from "@/db/enums";
import { sentence } from "@/lib/sentences";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

type Messages = { [key: string]: Messages | string };

const catalogues: Record<Language, Messages> = { en, fr };
const picked = new Map<string, Messages>();

/**
 * The named parts of a catalogue, such as `queue` or `errors.imports`: what one screen sends to the browser, compiled,
 * so that the browser needs no parser.
 */
export function pick(language: Language, names: readonly string[]): Messages {
  const key = `${language} ${names}`;
  const found = picked.get(key);
  if (found) return found;
  const parts = names.flatMap((name) => {
    const [outer = "", ...inner] = name.split(".");
    const part = inner.reduce<Messages | string | undefined>(
      (at, step) => (typeof at === "object" ? at[step] : undefined),
      catalogues[language][outer],
    );
    if (part === undefined) return [];
    const nested = inner.reduceRight<Messages | string>((held, step) => ({ [step]: held }), part);
    return [[outer, compileAll(nested)]];
  });
  // Once through JSON: the compiler makes objects without a prototype, which React does not carry over.
  const made: Messages = JSON.parse(JSON.stringify(Object.fromEntries(parts)));
  picked.set(key, made);
  return made;
}

/**
 * The words of channels without those that only connecting one needs: guides and hints are most of them, and every
 * page of the desk would carry them.
 */
export function channelWords(language: Language): Messages {
  const found = channelsPicked.get(language);
  if (found) return found;
  const { channels } = pick(language, ["channels"]);
  const kinds = typeof channels === "object" ? Object.entries(channels) : [];
  const made: Messages = {
    channels: Object.fromEntries(
      kinds.map(([kind, part]) => {
        if (kind === "errors" || typeof part !== "object") return [kind, part];
        const { guide: _guide, hints: _hints, ...kept } = part;
        return [kind, kept];
      }),
    ),
  };
  channelsPicked.set(language, made);
  return made;
}

/** Why a row stands where it does, as far as cues and signs say it. */
export function reasonWords(language: Language): Messages {
  const { cues, signals } = pick(language, ["cues", "signals"]);
  const partsOf = (part: Messages | string | undefined, names: readonly string[]): Messages =>
    typeof part === "object"
      ? Object.fromEntries(names.flatMap((name) => (part[name] === undefined ? [] : [[name, part[name]]])))
      : {};
  return { cues: partsOf(cues, ["reasons", "families", "message"]), signals: partsOf(signals, ["reasons"]) };
}

const channelsPicked = new Map<Language, Messages>();

function compileAll(part: Messages | string): unknown {
  if (typeof part === "string") return compile(part);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, compileAll(value)]));
}

export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Says the sentences of one namespace, such as `auth.signIn`, on the server. */
export function translator(language: Language, namespace: string): Say {
  return (key, values) => sentence(language, `${namespace}.${key}`, values) ?? key;
}
