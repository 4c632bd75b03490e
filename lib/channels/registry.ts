import type { z } from "zod";
import { api } from "./api/index";
import { bluesky } from "./bluesky/index";
import type {
  Accept,
  Channel,
  Context,
  FeedRoute,
  HealthReport,
  Incoming,
  Outgoing,
  PostVerb,
  RawItem,
} from "./channel";
import { demo, demoNotes } from "./demo/index";
import { discourse } from "./discourse/index";
import { email } from "./email/index";
import { feeds } from "./feeds/index";
import { form } from "./form/index";
import { links } from "./links/index";
import { mastodon } from "./mastodon/index";
import { facebook, instagram } from "./meta/index";
import { notes } from "./notes/index";
import { reviews } from "./reviews/index";
import { telegram } from "./telegram/index";
import { x, xLinks } from "./x/index";

/** A channel whose config's type is forgotten: it is checked by the channel's own schema at every door. */
export type AnyChannel = Omit<Channel<unknown>, "config" | "publicPath" | "application"> & {
  config: z.ZodType;
  publicPath(config: unknown): string | null;
  application(config: unknown): string | null;
};

/** Every channel there is: one folder, one line here. */
export const registry: { readonly [kind: string]: AnyChannel } = Object.fromEntries(
  [
    forget(api),
    forget(bluesky),
    forget(email),
    forget(discourse),
    forget(feeds),
    forget(reviews),
    forget(form),
    forget(mastodon),
    forget(facebook),
    forget(instagram),
    forget(x),
    forget(xLinks),
    forget(demo),
    forget(demoNotes),
    forget(links),
    forget(notes),
    forget(telegram),
  ].map((channel) => [channel.kind, channel]),
);

export function channelOf(kind: string): AnyChannel | null {
  return Object.hasOwn(registry, kind) ? registry[kind]! : null;
}

function forget<C>(channel: Channel<C>): AnyChannel {
  const own = (ctx: Context<unknown>): Context<C> => ({ ...ctx, config: channel.config.parse(ctx.config) });
  const { listen, poll, webhook, feed, openFile, complete, accepted, send, hasSent, act, signIn, check } =
    channel;
  const { file } = channel;
  return {
    ...channel,
    listen: listen && ((ctx: Context<unknown>, accept: Accept) => listen(own(ctx), accept)),
    poll: poll && ((ctx: Context<unknown>, cursor: string | null) => poll(own(ctx), cursor)),
    webhook:
      webhook &&
      ((ctx: Context<unknown>, request: Request, peer: string | null) => webhook(own(ctx), request, peer)),
    feed:
      feed && ((ctx: Context<unknown>, request: Request, route: FeedRoute) => feed(own(ctx), request, route)),
    openFile: openFile && ((ctx: Context<unknown>, url: string) => openFile(own(ctx), url)),
    complete: complete && ((ctx: Context<unknown>, items: RawItem[]) => complete(own(ctx), items)),
    accepted:
      accepted &&
      ((ctx: Context<unknown>, request: Request, items: RawItem[]) => accepted(own(ctx), request, items)),
    send: send && ((ctx: Context<unknown>, outgoing: Outgoing) => send(own(ctx), outgoing)),
    hasSent: hasSent && ((ctx: Context<unknown>, outgoing: Outgoing) => hasSent(own(ctx), outgoing)),
    act:
      act &&
      ((ctx: Context<unknown>, verb: PostVerb, target: Parameters<NonNullable<typeof act>>[2]) =>
        act(own(ctx), verb, target)),
    signIn: signIn && {
      start: (ctx: Context<unknown>, at: Parameters<typeof signIn.start>[1]) => signIn.start(own(ctx), at),
      finish: (ctx: Context<unknown>, got: Parameters<typeof signIn.finish>[1]) =>
        signIn.finish(own(ctx), got),
    },
    file: file && {
      ...file,
      read: (bytes: Uint8Array, columns: ReadonlyArray<string | null> | null, config: unknown, now: Date) =>
        file.read(bytes, columns, channel.config.parse(config), now),
    },
    check: (ctx: Context<unknown>): Promise<HealthReport | null> => check(own(ctx)),
    parse: (raw: RawItem, config: unknown): Promise<Incoming[]> | Incoming[] =>
      channel.parse(raw, channel.config.parse(config)),
    application: (config: unknown) => channel.application?.(channel.config.parse(config)) ?? null,
    publicPath: (config: unknown) => channel.publicPath?.(channel.config.parse(config)) ?? null,
  };
}
