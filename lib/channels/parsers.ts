import type { z } from "zod";
import { config as apiConfig } from "./api/config";
import { parse as parseApi } from "./api/parse";
import { config as blueskyConfig } from "./bluesky/config";
import { parse as parseBluesky } from "./bluesky/parse";
import type { Incoming, RawItem } from "./channel";
import { demoConfig } from "./demo/config";
import { parse as parseDemo } from "./demo/item";
import { parse as parseDemoNotes } from "./demo/notes";
import { config as discourseConfig } from "./discourse/config";
import { parse as parseDiscourse } from "./discourse/parse";
import { emailConfig } from "./email/config";
import { parse as parseEmail } from "./email/parse";
import { config as feedsConfig } from "./feeds/config";
import { parse as parseFeeds } from "./feeds/parse";
import { formConfig } from "./form/config";
import { parse as parseForm } from "./form/parse";
import { config as anyLinksConfig } from "./links/config";
import { parse as parseLinks } from "./links/parse";
import { config as mastodonConfig } from "./mastodon/config";
import { parse as parseMastodon } from "./mastodon/parse";
import { facebookConfig, instagramConfig } from "./meta/config";
import { parse as parseMeta } from "./meta/parse";
import { config as notesConfig } from "./notes/config";
import { parse as parseNotes } from "./notes/parse";
import { config as reviewsConfig } from "./reviews/config";
import { parse as parseReviews } from "./reviews/parse";
import { config as telegramConfig } from "./telegram/config";
import { parse as parseTelegram } from "./telegram/parse";
import { linksConfig, config as xConfig } from "./x/config";
import { parseLink } from "./x/links";
import { parse as parseX } from "./x/parse";

/** Reads one item of a channel whose config comes as it is stored. Throws what the reading throws. */
export type Parser = (raw: RawItem, config: unknown) => Promise<Incoming[]> | Incoming[];

/**
 * What the parse worker needs of each kind, and nothing else: the whole registry would load every network's
 * client into it.
 */
export const parsers: Record<string, Parser> = {
  api: parser(apiConfig, parseApi),
  bluesky: parser(blueskyConfig, parseBluesky),
  demo: parser(demoConfig, parseDemo),
  demo_notes: parser(demoConfig, parseDemoNotes),
  discourse: parser(discourseConfig, parseDiscourse),
  email: parser(emailConfig, parseEmail),
  facebook: parser(facebookConfig, parseMeta),
  feeds: parser(feedsConfig, parseFeeds),
  form: parser(formConfig, parseForm),
  instagram: parser(instagramConfig, parseMeta),
  mastodon: parser(mastodonConfig, parseMastodon),
  links: parser(anyLinksConfig, parseLinks),
  notes: parser(notesConfig, parseNotes),
  reviews: parser(reviewsConfig, parseReviews),
  telegram: parser(telegramConfig, parseTelegram),
  x: parser(xConfig, parseX),
  x_links: parser(linksConfig, parseLink),
};

function parser<Config>(
  schema: z.ZodType<Config>,
  parse: (raw: RawItem, config: Config) => Promise<Incoming[]> | Incoming[],
): Parser {
  return (raw, config) => parse(raw, schema.parse(config));
}
