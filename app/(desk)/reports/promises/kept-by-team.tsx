import { Bars } from "@/app/(desk)/reports/charts/bars";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { enough } from "@/app/(desk)/reports/enough";
import type { Language } from "@/db/enums";
import { outcomes } from "@/lib/commitments/outcome";
import type { KeptRate } from "@/lib/commitments/rate";
import { sayShare } from "@/lib/reports/say-share";

const kinds = [...outcomes, "moved"] as const;

type TeamRow = { name: string; rate: KeptRate["rate"]; tally: KeptRate["tally"] };

/** Each team's share of promises kept in time, with what it may be; by name, never by the share. */
export function KeptByTeam({
  rows,
  words,
}: {
  rows: TeamRow[];
  words: {
    title: string;
    team: string;
    tooFew: string;
    language: Language;
    kinds: { [kind: string]: string };
  };
}) {
  const said = ({ rate }: TeamRow) =>
    rate === null || rate.n < enough
      ? `${words.tooFew}, n ${rate?.n ?? 0}`
      : `${sayShare(words.language, rate.share)}, n ${rate.n}`;
  return (
    <Chart
      title={words.title}
      definition="kept"
      name="promises-kept"
      clock="wall"
      summary={`${words.title}. ${rows.map((row) => `${row.name}: ${said(row)}`).join(". ")}.`}
      table={{
        columns: [
          { label: words.team, unit: "text" },
          ...kinds.map((kind) => ({ label: words.kinds[kind] ?? kind, unit: "count" as const })),
        ],
        rows: rows.map(({ name, tally }) => ({
          cells: [name, ...kinds.map((kind) => tally[kind])],
          href: null,
        })),
      }}
    >
      <Bars
        label={words.title}
        most={1}
        rows={rows.map((row) => {
          const known = row.rate !== null && row.rate.n >= enough ? row.rate : null;
          return {
            name: row.name,
            value: known?.share ?? 0,
            text: said(row),
            look: "solid",
            interval: known,
            href: null,
          };
        })}
      />
    </Chart>
  );
}
