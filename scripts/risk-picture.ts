import { type Model, type Signal, shippedModel, signals } from "@/lib/risk/model";
import { chanceWithin, timeLeft } from "@/lib/risk/time-left";

/**
 * The picture and the table of docs/risk.md, drawn from the model that ships: risk-picture.test.ts compares, so that neither can
 * say anything else than what the product does. `node scripts/run.mjs scripts/draw-risk.ts` writes them.
 */
type Line = { words: string; known: readonly Signal[]; dash: string };

const lines: readonly Line[] = [
  { words: "a question", known: [], dash: "2 4" },
  { words: "a complaint", known: ["complaint"], dash: "8 4" },
  { words: "a complaint, the 2nd without an answer", known: ["complaint", "unanswered"], dash: "14 4" },
  { words: "the same, and a broken promise", known: ["complaint", "unanswered", "recoveryFailed"], dash: "" },
];

const hours = 96;
const most = 0.12;
const box = { left: 60, top: 20, width: 520, height: 260 };

/** Added chance over four days of waiting for a mail, in an image that follows the reader's light or dark. */
export function drawRisk(model: Model = shippedModel): string {
  const x = (at: number) => round(box.left + (at / hours) * box.width);
  const y = (chance: number) => round(box.top + box.height - (Math.min(chance, most) / most) * box.height);
  const curves = lines.map((line) => {
    const points = Array.from(
      { length: hours + 1 },
      (_, at) => `${x(at)},${y(chanceAt(model, line.known, at))}`,
    );
    const end = Array.from({ length: hours + 1 }, (_, at) => at).findLast(
      (at) => chanceAt(model, line.known, at) <= most,
    )!;
    const left = timeLeft(model, phaseOf(line.known), 0).hours;
    const told =
      left > 14 * 24
        ? "more than two weeks"
        : `about ${left < 48 ? `${Math.round(left)} h` : `${Math.round(left / 24)} days`}`;
    return `<polyline fill="none" stroke="currentColor" stroke-width="2"${line.dash ? ` stroke-dasharray="${line.dash}"` : ""} points="${points.slice(0, end + 1).join(" ")}"/>
<circle cx="${x(Math.min(hours, left))}" cy="${y(Math.min(model.budget, chanceAt(model, line.known, hours)))}" r="4" fill="currentColor"/>
<line x1="${box.left}" x2="${box.left + 44}" y1="${legend(line)}" y2="${legend(line)}" stroke="currentColor" stroke-width="2"${line.dash ? ` stroke-dasharray="${line.dash}"` : ""}/>
<text x="${box.left + 54}" y="${legend(line) + 4}">${line.words}: time left ${told}</text>`;
  });
  const budget = y(model.budget);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 ${box.top + box.height + 150}" font-family="system-ui,sans-serif" font-size="13" fill="currentColor" role="img" aria-label="Chance of going public over four days of waiting for a mail">
<style>svg{color:#222;background:#fff}@media(prefers-color-scheme:dark){svg{color:#ddd;background:#181818}}</style>
${[0, 24, 48, 72, 96].map((at) => `<text x="${x(at)}" y="${box.top + box.height + 18}" text-anchor="middle">${at} h</text>`).join("\n")}
${[0, 0.04, 0.08, 0.12].map((at) => `<text x="${box.left - 8}" y="${y(at) + 4}" text-anchor="end">${Math.round(at * 100)} %</text>`).join("\n")}
<path d="M${box.left} ${box.top}V${box.top + box.height}H${box.left + box.width}" fill="none" stroke="currentColor"/>
<line x1="${box.left}" x2="${box.left + box.width}" y1="${budget}" y2="${budget}" stroke="currentColor" stroke-opacity="0.5"/>
<text x="${box.left + box.width}" y="${budget - 5}" text-anchor="end">budget ${model.budget * 100} %</text>
${curves.join("\n")}
</svg>
`;
}

/** Markdown: each thing that counts, and by how much. */
export function riskTable(model: Model = shippedModel): string {
  const rows = signals.map((signal) => `| ${said[signal]} | × ${round(Math.exp(model.weights[signal]))} |`);
  const clock = model.clock.map(({ until, multiplier }, at) => {
    const from = at === 0 ? 0 : model.clock[at - 1]!.until;
    const span = Number.isFinite(until) ? `${from} to ${until} times the patience` : `beyond ${from} times`;
    return `| waiting for ${span} | × ${multiplier} |`;
  });
  const patience = Object.entries(model.patienceHours).map(([way, h]) => `${ways[way] ?? way} ${h} h`);
  return [
    "| what is known | chance for each hour of waiting |",
    "| --- | --- |",
    `| nothing: the level | ${round(model.levelPerHour * 1e5) / 10} in 10,000 |`,
    ...rows,
    ...clock,
    `| everything together, at most | × ${model.largestMultiplier} |`,
    "",
    `Patience: ${patience.join(", ")}. Budget: ${model.budget * 100} %.`,
  ].join("\n");
}

const said: Record<Signal, string> = {
  complaint: "a complaint, not a question",
  threat: "they say that they will post, leave, or go to the law, an authority or the press",
  anger: "angry words",
  urgent: "urgent: something essential fails, somebody vulnerable, work stands still",
  unanswered: "one earlier contact has no answer",
  unansweredAgain: "two or more have none, on top",
  recoveryFailed: "a promise was broken, or a repair failed",
  lapsed: "their orders stopped, or they unsubscribed",
  publicProfile: "a public profile of theirs is known",
};

const ways: Record<string, string> = {
  directMessage: "direct message",
  mention: "mention",
  phone: "phone and shop",
  email: "mail",
  form: "form",
};

function phaseOf(known: readonly Signal[]) {
  const flags = { ...none };
  for (const signal of known) flags[signal] = true;
  return { patience: "email", waitingSince: 0, known: flags } as const;
}

const none: Record<Signal, boolean> = {
  complaint: false,
  threat: false,
  anger: false,
  urgent: false,
  unanswered: false,
  unansweredAgain: false,
  recoveryFailed: false,
  lapsed: false,
  publicProfile: false,
};

function chanceAt(model: Model, known: readonly Signal[], at: number): number {
  return chanceWithin(model, phaseOf(known), 0, at);
}

function legend(line: Line): number {
  return box.top + box.height + 46 + lines.indexOf(line) * 22;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
