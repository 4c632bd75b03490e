import type { Incoming, RawItem } from "./channel";
import { parse as parseDemo } from "./demo/item";
import { emailConfig } from "./email/config";
import { parse as parseEmail } from "./email/parse";
import { formConfig } from "./form/config";
import { parse as parseForm } from "./form/parse";
import { config as mastodonConfig } from "./mastodon/config";
import { parse as parseMastodon } from "./mastodon/parse";

/** Reads one item of a channel whose settings come as they are stored. Throws what the reading throws. */
export type Parser = (raw: RawItem, config: unknown) => Promise<Incoming[]> | Incoming[];

/**
 * What the parse worker needs of each kind, and nothing else: the whole registry would load every network's
 * client into it.
 */
export const parsers: Record<string, Parser> = {
  demo: parseDemo,
  demo_notes: parseDemo,
  email: (raw, config) => parseEmail(raw, emailConfig.parse(config)),
  form: (raw, config) => parseForm(raw, formConfig.parse(config)),
  mastodon: (raw, config) => parseMastodon(raw, mastodonConfig.parse(config)),
};
