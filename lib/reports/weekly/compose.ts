import type { SendMailOptions } from "nodemailer";
import type { Language } from "@/db/enums";
import { env } from "@/env";
import { sayShare } from "@/lib/reports/say-share";
import { wilson } from "@/lib/reports/wilson";
import { sentence } from "@/lib/sentences";
import { cleanLine } from "@/lib/text/clean";
import { escapeHtml } from "@/lib/text/markdown";
import type { Week } from "./read-week";
import { weekSentences } from "./sentences";
import { dayIn, lengthIn, numberIn } from "./words";

export type Reader = { agentId: string; name: string; email: string; language: Language; stopToken: string };

type Line = { name: string; value: string; rests: string; url: string };

/** The week as a mail, the same as text and as HTML: three sentences, the figures with what they rest on, links. */
export function composeWeek(
  to: Reader,
  house: { name: string; from: string },
  week: Week,
): SendMailOptions & { subject: string; text: string; html: string } {
  const { language } = to;
  const say = (key: string, values: { [name: string]: string | number } = {}) =>
    sentence(language, `weekly.${key}`, { house: house.name, ...values }) ?? "";
  const days = { from: dayIn(language, week.from), to: dayIn(language, week.to) };
  const subject = say("subject", days);
  const sentences = weekSentences(language, week);
  const lines = linesOf(language, week);
  const stopUrl = `${env.APP_URL}/stop-mails?token=${encodeURIComponent(to.stopToken)}`;
  const settingsUrl = `${env.APP_URL}/settings/notifications`;
  const domain = house.from.slice(house.from.lastIndexOf("@") + 1);
  return {
    from: { name: cleanLine(say("fromName"), 120), address: house.from },
    to: { name: cleanLine(to.name, 120), address: to.email },
    subject: cleanLine(subject, 300),
    // The same for a second try, so that mailboxes know the copy.
    messageId: `<week.${week.from}.${to.agentId}@${domain}>`,
    text: [
      say("greeting", days),
      sentences.join("\n\n"),
      lines.map(({ name, value, rests, url }) => `${name}: ${value} (${rests})\n${url}`).join("\n"),
      `-- \n${say("why")} ${settingsUrl}\n${say("stop")} ${stopUrl}`,
    ].join("\n\n"),
    html: htmlOf(language, {
      title: subject,
      greeting: say("greeting", days),
      sentences,
      lines,
      foot: [say("why"), say("change"), settingsUrl, say("stop"), stopUrl],
    }),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "X-Avant-Loop": house.from,
      "List-Unsubscribe": `<${env.APP_URL}/api/v1/notifications/stop?token=${encodeURIComponent(to.stopToken)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function linesOf(language: Language, { now, before, from, to }: Week): Line[] {
  const say = (key: string, values: { [name: string]: string | number } = {}) =>
    sentence(language, `weekly.lines.${key}`, values) ?? "";
  const number = (value: number) => numberIn(language, value);
  const range = `from=${from}&to=${to}`;
  const few = (n: number) => n < 20;
  const length = (value: number | null, n: number) =>
    n === 0 ? "–" : few(n) ? say("few") : value === null ? say("notKnown") : lengthIn(language, value);
  const share = ({ hits, n }: { hits: number; n: number }) =>
    n === 0 ? "–" : few(n) ? say("of", { hits, n }) : sayShare(language, hits / n);
  const interval = ({ hits, n }: { hits: number; n: number }) => {
    if (n === 0) return say("n", { n: 0 });
    const { low, high } = wilson(hits, n);
    return say("between", { low: Math.floor(100 * low), high: Math.ceil(100 * high), n: number(n) });
  };
  const firstN = now.first.n + now.first.waiting.n;
  const firstNBefore = before.first.n + before.first.waiting.n;
  const solvedN = now.resolution.n + now.resolution.waiting.n;
  const satisfied = now.satisfaction.satisfied;
  const line = (key: string, value: string, rests: string, path: string): Line => ({
    name: say(key),
    value,
    rests,
    url: `${env.APP_URL}${path}`,
  });
  return [
    line(
      "first",
      length(now.first.median, firstN),
      say("restsTimes", {
        n: number(firstN),
        waiting: now.first.waiting.n,
        before: length(before.first.median, firstNBefore),
      }),
      `/reports/times?${range}`,
    ),
    line("p90", length(now.first.p90, firstN), say("n", { n: number(firstN) }), `/reports/times?${range}`),
    line(
      "resolution",
      length(now.resolution.median, solvedN),
      say("n", { n: number(solvedN) }),
      `/reports/times?${range}&measure=resolution`,
    ),
    line("targets", share(now.targets), interval(now.targets), `/reports/targets?${range}`),
    line("promises", share(now.promises), say("n", { n: now.promises.n }), "/reports/promises"),
    line("leaks", number(now.leaks), say("beforeCount", { n: before.leaks }), "/reports/leaks"),
    line("satisfied", share(satisfied), interval(satisfied), `/reports/satisfaction?${range}`),
  ];
}

function htmlOf(
  language: Language,
  mail: { title: string; greeting: string; sentences: readonly string[]; lines: Line[]; foot: string[] },
): string {
  const cell =
    'style="padding:4px 16px 4px 0;border-bottom:1px solid #dbe1e2;text-align:left;vertical-align:top"';
  const link = (url: string, words: string) => `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;
  const [why = "", settings = "", settingsUrl = "", stop = "", stopUrl = ""] = mail.foot;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(mail.title)}</title></head>`,
    '<body style="font:15px/1.5 system-ui,sans-serif;max-width:640px">',
    `<p>${escapeHtml(mail.greeting)}</p>`,
    ...mail.sentences.map((words) => `<p>${escapeHtml(words)}</p>`),
    '<table style="border-collapse:collapse;font-size:14px">',
    ...mail.lines.map(
      ({ name, value, rests, url }) =>
        `<tr><th scope="row" ${cell}>${link(url, name)}</th><td ${cell}><strong>${escapeHtml(value)}</strong></td><td ${cell}>${escapeHtml(rests)}</td></tr>`,
    ),
    "</table>",
    `<hr><p style="font-size:13px">${escapeHtml(why)} ${link(settingsUrl, settings)}<br>${link(stopUrl, stop)}</p></body></html>`,
  ].join("\n");
}
