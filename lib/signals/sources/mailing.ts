import { createHash } from "node:crypto";
import { z } from "zod";
import type { Signal } from "@/lib/signals/signal";
import { byAddress, bySendGrid } from "./proof";
import { details, id, nameOf, text, who } from "./shapes";
import { type Delivery, type Source, textOf } from "./source";

/** A form, without a signature: https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/. */
export const mailchimp: Source = {
  secret: "ours",
  isInAddress: true,
  verify: byAddress,
  read({ body, now }: Delivery): Signal[] {
    const form = new URLSearchParams(textOf(body));
    if (form.get("type") !== "unsubscribe") return [];
    const fired = form.get("fired_at");
    // "2026-04-25 14:30:00", in UTC.
    const at = fired ? new Date(`${fired.replace(" ", "T")}Z`) : now;
    const email = form.get("data[email]") ?? form.get("data[merges][EMAIL]") ?? "";
    return [
      {
        kind: "unsubscribed",
        at: at.toISOString(),
        id: `mailchimp ${form.get("data[id]") ?? digest(email)} ${fired ?? ""}`.trim(),
        customer: who({
          email,
          name: nameOf(form.get("data[merges][FNAME]"), form.get("data[merges][LNAME]")),
        }),
        details: details({
          campaign: form.get("data[campaign_id]"),
          reason: form.get("data[reason]"),
          list: form.get("data[list_id]"),
        }),
      },
    ];
  },
};

const brevoEvent = z.object({
  event: z.string(),
  email: z.string(),
  id: id.nullish(),
  camp_id: id.nullish(),
  "campaign name": text,
  URL: text,
  link: text,
  ts_event: z.number().nullish(),
  ts: z.number().nullish(),
});

/** JSON, one event: https://developers.brevo.com/docs/marketing-webhooks and its page on transactional ones. */
export const brevo: Source = {
  secret: "ours",
  isInAddress: true,
  verify: byAddress,
  read({ body, now }: Delivery): Signal[] {
    const parsed: unknown = JSON.parse(textOf(body));
    return z
      .union([z.array(brevoEvent), brevoEvent.transform((one) => [one])])
      .parse(parsed)
      .flatMap((one) => {
        const kind = mailKind(one.event);
        if (kind === null) return [];
        const seconds = one.ts_event ?? one.ts;
        const at = seconds ? new Date(seconds * 1000).toISOString() : now.toISOString();
        const url = one.URL ?? one.link;
        return [
          {
            kind,
            at,
            id: `brevo ${kind} ${one.camp_id ?? one.id ?? ""} ${digest(one.email, url ?? "")} ${seconds ?? ""}`,
            customer: who({ email: one.email }),
            details: details({ campaign: one["campaign name"], link: url }),
          },
        ];
      });
  },
};

const sendgridEvent = z.object({
  email: z.string(),
  timestamp: z.number(),
  event: z.string(),
  sg_event_id: text,
  url: text,
  asm_group_id: z.number().nullish(),
});

/** A list of events, signed: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event. */
export const sendgrid: Source = {
  secret: "theirs",
  isInAddress: false,
  verify: bySendGrid,
  read({ body }: Delivery): Signal[] {
    return z
      .array(sendgridEvent)
      .parse(JSON.parse(textOf(body)))
      .flatMap((one) => {
        const kind = mailKind(one.event);
        if (kind === null) return [];
        return [
          {
            kind,
            at: new Date(one.timestamp * 1000).toISOString(),
            id: one.sg_event_id
              ? `sendgrid ${one.sg_event_id}`
              : `sendgrid ${kind} ${digest(one.email, one.url ?? "")} ${one.timestamp}`,
            customer: who({ email: one.email }),
            details: details({ link: one.url, group: one.asm_group_id }),
          },
        ];
      });
  },
};

/** Opens say nothing: programs open mails too. */
function mailKind(event: string): "unsubscribed" | "clicked" | null {
  if (/^(group_)?unsubscribed?$/i.test(event)) return "unsubscribed";
  return /^click(ed)?$/i.test(event) ? "clicked" : null;
}

function digest(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
}
