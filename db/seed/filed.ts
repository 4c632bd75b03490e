import { createHash } from "node:crypto";
import type { inbound } from "@/db/schema/inbound";
import { newId } from "@/lib/id";
import type { Places } from "./rows";
import type { Times } from "./times";

/** Mail that is nobody's question: an out-of-office and a list, kept in the ledger, not counted, not answered. */
export function filed(places: Places, t: Times): Array<typeof inbound.$inferInsert> {
  return [
    ledgerRow(places, t.workday(-2, "16:41"), "auto_reply", {
      from: "marc.pasquier@courriel.example",
      subject: "Absent du bureau",
      headers: "Auto-Submitted: auto-replied",
      text: "Je suis absent jusqu’à la fin du mois. Votre message ne sera pas lu avant mon retour.",
    }),
    ledgerRow(places, t.workday(-1, "07:02"), "list", {
      from: "news@arts-de-la-table.example",
      subject: "La lettre des arts de la table",
      headers: "List-Id: <lettre.arts-de-la-table.example>\r\nPrecedence: bulk",
      text: "Les tendances de la saison, et trois salons à ne pas manquer.",
    }),
    ledgerRow(places, t.worked("4h"), "bounce_unknown", {
      from: "mailer-daemon@pots.example",
      subject: "Undelivered Mail Returned to Sender",
      headers: "Auto-Submitted: auto-replied",
      text: "The mail system: unknown user at pots.example.",
    }),
  ];
}

function ledgerRow(
  places: Places,
  at: Date,
  filedReason: string,
  mail: { from: string; subject: string; headers: string; text: string },
): typeof inbound.$inferInsert {
  const id = newId();
  const externalId = `<${id}@sample.example>`;
  const encoded = `=?utf-8?B?${Buffer.from(mail.subject).toString("base64")}?=`;
  const body = Buffer.from(
    `From: ${mail.from}\r\nTo: care@marmelune.example\r\nSubject: ${encoded}\r\nMessage-ID: ${externalId}\r\n` +
      `Date: ${at.toUTCString()}\r\n${mail.headers}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${mail.text}\r\n`,
  );
  return {
    id,
    channelId: places.channels.email,
    externalHash: createHash("sha256").update(externalId).digest("hex"),
    externalId,
    contentType: "message/rfc822",
    meta: {},
    body,
    size: body.length,
    state: "done",
    attempts: 1,
    filedReason,
    filedSubject: mail.subject,
    filedFrom: mail.from,
    receivedAt: at,
    doneAt: at,
  };
}
