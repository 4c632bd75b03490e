import fc from "fast-check";
import { expect, test } from "vitest";
import type { IncomingMessage } from "@/lib/channels/channel";
import { emailConfig } from "@/lib/channels/email/config";
import { parse } from "@/lib/channels/email/parse";
import { rawMail } from "@/lib/channels/email/raw-item";

const config = emailConfig.parse({ address: "care@marmelune.example" });

async function read(
  html: string,
  text: string | null = null,
  subject = "Re: kettle",
): Promise<IncomingMessage> {
  const head = `From: Claire Dumontet <claire@dumontet.example>\r\nTo: care@marmelune.example\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n`;
  const part = (type: string, body: string) => `Content-Type: text/${type}; charset=utf-8\r\n\r\n${body}\r\n`;
  const source =
    text === null
      ? head + part("html", html)
      : `${head}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n${part("plain", text)}--b\r\n${part("html", html)}--b--\r\n`;
  const [incoming] = await parse(rawMail(Buffer.from(source), {}), config);
  if (incoming?.kind !== "message") throw new Error(`is ${incoming?.kind}`);
  return incoming;
}

/** What the programs write around an answer; languages that have no line in lib/text/quotes.ts on purpose too. */
const answer = "Merci, mais rien n’est arrivé.";
const shapes: Array<[string, string]> = [
  ...[
    [
      "EN",
      "On Mon, Nov 16, 2026 at 10:12 AM Marmelune &lt;<a href='mailto:c'>care@marmelune.example</a>&gt; wrote:",
    ],
    ["FR", "Le lun. 16 nov. 2026 à 10:12, Marmelune &lt;care@marmelune.example&gt; a écrit :"],
    ["DE", "Am Mo., 16. Nov. 2026 um 10:12 Uhr schrieb Marmelune &lt;care@marmelune.example&gt;:"],
    ["NL", "Op ma 16 nov 2026 om 10:12 schreef Marmelune &lt;care@marmelune.example&gt;:"],
    ["ES", "El lun, 16 nov 2026 a las 10:12, Marmelune (&lt;care@marmelune.example&gt;) escribió:"],
    ["IT", "Il giorno lun 16 nov 2026 alle ore 10:12 Marmelune &lt;care@marmelune.example&gt; ha scritto:"],
    ["PL", "pon., 16 lis 2026 o 10:12 Marmelune &lt;care@marmelune.example&gt; napisał(a):"],
  ].flatMap(
    ([language, line]): Array<[string, string]> => [
      [
        `Gmail ${language}`,
        `<div dir="ltr">${answer}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${line}<br></div><blockquote class="gmail_quote" style="margin:0">Bonjour<div>Claire</div></blockquote></div>`,
      ],
      [
        `Gmail, older, ${language}`,
        `<div dir="ltr">${answer}</div><div class="gmail_extra"><br><div class="gmail_quote">${line}<br><blockquote class="gmail_quote">Bonjour</blockquote></div><br></div>`,
      ],
      [
        `Apple Mail and iPhone ${language}`,
        `<html><body dir="auto"><div>${answer}</div><div dir="ltr">Envoyé de mon iPhone</div><div dir="ltr"><br><blockquote type="cite">${line}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Bonjour</div></blockquote></body></html>`,
      ],
      [
        `Thunderbird ${language}`,
        `<p>${answer}</p><div class="moz-cite-prefix">${line}<br></div><blockquote type="cite" cite="mid:1"><p>Bonjour</p></blockquote>`,
      ],
      [
        `Yahoo ${language}`,
        `<div class="ydp1yahoo-style-wrap"><div dir="ltr">${answer}</div></div><div id="yahoo_quoted_12" class="yahoo_quoted"><div><div>${line}</div><div><br></div><div>Bonjour</div></div></div>`,
      ],
    ],
  ),
  ...[
    ["EN", "From", "Sent", "To", "Subject"],
    ["FR", "De", "Envoyé", "À", "Objet"],
    ["DE", "Von", "Gesendet", "An", "Betreff"],
    ["NL", "Van", "Verzonden", "Aan", "Onderwerp"],
    ["SV", "Från", "Skickat", "Till", "Ämne"],
  ].flatMap(([language, from, sent, to, subject]): Array<[string, string]> => {
    const block = `<b>${from}:</b> Marmelune &lt;care@marmelune.example&gt;<br><b>${sent}:</b> lundi 16 novembre 2026 10:12<br><b>${to}:</b> Claire<br><b>${subject}:</b> kettle`;
    return [
      [
        `Outlook on the web ${language}`,
        `<div class="elementToProof">${answer}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font>${block}</font><div>&nbsp;</div></div><div>Bonjour</div>`,
      ],
      [
        `Outlook, desktop, ${language}`,
        `<div class=WordSection1><p class=MsoNormal>${answer}<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=FR>${block.replace("<b>", "")}</span></b></p></div></div><p>Bonjour</p></div>`,
      ],
    ];
  }),
];

function own({ text, quoteAt }: IncomingMessage): string {
  return (quoteAt === null ? text : text.slice(0, quoteAt)).trim();
}

test.each(shapes)("%s: the answer stands alone, and nothing is lost", async (_name, html) => {
  const message = await read(html);
  expect(own(message)).toMatch(/^Merci, mais rien n’est arrivé\.(?:\s+Envoyé de mon iPhone)?$/);
  expect(message.text.slice(message.quoteAt ?? 0)).toContain("Bonjour");
});

test("the HTML part says where the old mail begins when the plain one does not", async () => {
  const html = `<div>${answer}</div><div class="gmail_quote"><div class="gmail_attr">pon., 16 lis 2026 napisał(a):</div><blockquote>Bonjour Claire</blockquote></div>`;
  const message = await read(html, `${answer}\n\npon., 16 lis 2026 napisał(a):\nBonjour Claire`);
  expect(own(message)).toBe(answer);
  const another = await read(html, `Quite another text.\n\npon., 16 lis 2026 napisał(a):\nBonjour Claire`);
  expect(another.quoteAt).toBeNull();
});

test.each([
  [
    "between the quoted lines",
    "<blockquote type=cite>Bonjour</blockquote><p>Voilà la photo.</p><blockquote type=cite>Claire</blockquote>",
  ],
  ["below everything", "<blockquote type=cite>Bonjour</blockquote><p>Voilà la photo.</p>"],
  ["below Yahoo's", '<div class="yahoo_quoted">Bonjour</div><p>Voilà la photo.</p>'],
  [
    "inside Gmail's",
    '<div class="gmail_quote"><div class="gmail_attr">On Monday you wrote:</div><blockquote>Bonjour</blockquote><div>Voilà la photo.</div><blockquote>Claire</blockquote></div>',
  ],
])("what somebody wrote %s stays in sight", async (_name, below) => {
  const message = await read(`<p>${answer}</p>${below}`);
  expect(own(message)).toContain("Voilà la photo.");
});

test("a mail that is passed on is shown whole, whatever its subject says now", async () => {
  const gmail = `<div>Can you answer him?</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Henrik Sørensen</b> &lt;henrik@soerensen.example&gt;<br>Date: Mon, Nov 16, 2026<br>Subject: Mixer<br>To: &lt;ben@okafor.example&gt;</div><br>Is the mixer repaired?</div>`;
  const message = await read(gmail, null, "a question of a friend");
  expect(own(message)).toContain("Is the mixer repaired?");
  expect(message.remarks).toEqual([
    {
      code: "forwarded",
      params: { by: "Claire Dumontet", name: "Henrik Sørensen", address: "henrik@soerensen.example" },
    },
  ]);
});

test("what stands before the cut and what follows make up the whole text, whatever comes", async () => {
  const piece = fc.constantFrom(
    "words ",
    "<div>",
    "</div>",
    "<blockquote type=cite>",
    "</blockquote>",
    '<div class="gmail_quote">',
    "On Monday, x wrote:",
    '<div class="yahoo_quoted">',
    "<hr>",
    '<div id="divRplyFwdMsg">',
    "<b>From:</b> a@b.example<br>",
    "<br>",
    "\ue000",
    "&nbsp;",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const { text, quoteAt } = await read(`<p>${answer}</p>${pieces.join("")}`);
      const count = (all: string) => all.split("words").length;
      expect(count(text)).toBe(count(pieces.join("")));
      if (quoteAt !== null) expect(text.slice(0, quoteAt)).toContain(answer);
    }),
    { numRuns: 300 },
  );
});

test("240 kB of anything take no more than two seconds", async () => {
  for (const unit of [
    "<div class=gmail_quote>",
    "<blockquote type=cite>",
    "<div id=x",
    "On a wrote:<br>",
    '<div style="border-top:solid #E1E1E1',
    "<hr>",
    "> ",
    "<",
    "<b>From:</b>",
  ]) {
    const started = process.cpuUsage();
    await read(`<p>${answer}</p>${unit.repeat(240_000 / unit.length)}`);
    expect(process.cpuUsage(started).user / 1000, unit).toBeLessThan(2000);
  }
});
