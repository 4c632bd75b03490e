import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import type { Language } from "@/db/enums";
import { env } from "@/env";
import { lineOf, pathOf, type Told } from "@/lib/notifications/words";
import { sentence } from "@/lib/sentences";
import { cleanLine } from "@/lib/text/clean";
import { escapeHtml } from "@/lib/text/markdown";

export type Notice = Told & { id: string };

/**
 * One mail for everything that waits: what happened, where, and a link for each. No customer's words: whoever reads a
 * forwarded or printed copy learns a name at most, and of a restricted conversation only its number.
 */
export function composeNotices(
  to: { name: string; email: string; language: Language; stopToken: string },
  house: { name: string; from: string },
  notices: readonly Notice[],
): SendMailOptions {
  const { language } = to;
  const say = (key: string, params: Record<string, string | number> = {}) =>
    sentence(language, `notices.mail.${key}`, params) ?? key;
  const [first] = notices;
  const subject =
    notices.length === 1 && first ? lineOf(language, first) : say("subjectMany", { count: notices.length });
  const lines = notices.map((notice) => ({
    text: lineOf(language, notice),
    url: `${env.APP_URL}${pathOf(notice)}`,
  }));
  const stopUrl = `${env.APP_URL}/stop-mails?token=${encodeURIComponent(to.stopToken)}`;
  const foot = [say("why", { house: house.name }), say("choose"), `${env.APP_URL}/settings/notifications`];
  const domain = house.from.slice(house.from.lastIndexOf("@") + 1);
  const key = createHash("sha256")
    .update(notices.map(({ id }) => id).join())
    .digest("base64url")
    .slice(0, 24);
  return {
    from: { name: cleanLine(say("from", { house: house.name }), 120), address: house.from },
    to: { name: cleanLine(to.name, 120), address: to.email },
    subject: cleanLine(subject, 300),
    // The same for a second try, so that mailboxes know the copy.
    messageId: `<notice.${key}@${domain}>`,
    text: [
      ...lines.map(({ text, url }) => `${text}\n${url}`),
      `-- \n${foot.join(" ")}\n${say("stop")} ${stopUrl}`,
    ].join("\n\n"),
    html: html(language, lines, foot, say("stop"), stopUrl),
    headers: {
      // RFC 3834, section 5: no program answers this. RFC 8058: one click ends it.
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

function html(
  language: Language,
  lines: Array<{ text: string; url: string }>,
  foot: string[],
  stop: string,
  stopUrl: string,
): string {
  const link = (url: string, words: string) => `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;
  const [why = "", choose = "", settings = ""] = foot;
  return [
    `<!doctype html><html lang="${language}"><body style="font:15px/1.5 system-ui,sans-serif">`,
    ...lines.map(({ text, url }) => `<p>${link(url, text)}</p>`),
    `<hr><p style="font-size:13px">${escapeHtml(why)} ${link(settings, choose)}<br>${link(stopUrl, stop)}</p></body></html>`,
  ].join("\n");
}
