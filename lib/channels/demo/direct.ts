import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Accept, Context } from "@/lib/channels/channel";
import type { DemoConfig } from "./config";
import { dateNamed } from "./dates";
import { toRaw } from "./item";
import { type Role, roleOf, script } from "./script";
import { type Heard, stage } from "./stage";

const position = z.object({ startedAt: z.iso.datetime(), done: z.array(z.string()) });

/**
 * Plays the script: waits, and when nobody answers a customer in time, lets them go public; answers what we send
 * them. What has been played is kept as the channel's cursor, so that a restart goes on where it stood.
 * Resolves to a function that stops it.
 */
export async function direct(ctx: Context<DemoConfig>, accept: Accept): Promise<() => void> {
  const timers = new Set<NodeJS.Timeout>();
  const known = position.safeParse(JSON.parse((await ctx.cursor()) ?? "null"));
  const startedAt = known.success ? new Date(known.data.startedAt) : ctx.now();
  const done = new Set(known.success ? known.data.done : []);

  function remember(what: string): Promise<unknown> {
    done.add(what);
    return accept([], JSON.stringify({ startedAt: startedAt.toISOString(), done: [...done] }));
  }

  function later(seconds: number, act: () => Promise<unknown>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act().catch((error: unknown) => ctx.log.warn({ error: String(error) }, "a scripted line was not said"));
    }, seconds * 1000);
    timers.add(timer);
  }

  async function goPublic(role: Role): Promise<void> {
    const post = role.unanswered;
    const network = post && stage().networks.get(post.on);
    const identity = role.reach.find((each) => each.on === post?.on);
    if (!network || !identity || done.has(`${role.key} answered`) || done.has(`${role.key} posted`)) return;
    const item = toRaw({
      // One post in one run of the play, however often it is tried.
      id: `${role.key}-${startedAt.getTime()}`,
      name: role.name,
      identity: { kind: identity.kind, value: identity.value, display: `@${identity.value}` },
      followers: post.followers,
      text: post.text,
      language: role.language,
      public: true,
      sentAt: ctx.now().toISOString(),
      inReplyTo: null,
      token: null,
    });
    await network([item], null);
    await remember(`${role.key} posted`);
  }

  async function hear(heard: Heard): Promise<void> {
    const role = roleOf(heard.to);
    if (!role) return;
    await remember(`${role.key} answered`);
    const date = dateNamed(heard.text);
    const fitting = role.answers.filter((each) => each.to === "anything else" || date !== null);
    const answer = fitting.find((each) => !done.has(`${role.key} said ${each.to}`));
    // Whoever has heard a date asks for nothing more.
    if (!answer || done.has(`${role.key} said a date`)) return;
    await remember(`${role.key} said ${answer.to}`);
    const text = answer.text.replace("{date}", date ?? "");
    later(answer.afterSeconds, () => heard.answer(randomUUID(), text));
  }

  for (const role of script) {
    if (!role.unanswered) continue;
    const passed = (ctx.now().getTime() - startedAt.getTime()) / 1000;
    later(Math.max(20, role.unanswered.afterSeconds - passed), () => goPublic(role));
  }
  await accept([], JSON.stringify({ startedAt: startedAt.toISOString(), done: [...done] }));
  stage().hear = (heard) => {
    hear(heard).catch((error: unknown) =>
      ctx.log.warn({ error: String(error) }, "the script lost its place"),
    );
  };
  return () => {
    stage().hear = null;
    for (const timer of timers) clearTimeout(timer);
  };
}
