import { Go } from "@/app/_ui/go";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { enough } from "@/app/(desk)/reports/enough";
import { Figure } from "@/app/(desk)/reports/figure";
import { plusDays } from "@/app/(desk)/reports/report-filter";
import { shareChance } from "@/lib/reports/share-chance";
import type { Slice, TargetRow } from "@/lib/reports/slice";
import { wilson } from "@/lib/reports/wilson";
import type { TargetsPage } from "./targets-filter";

/** One figure for each kind of target: met of all that are decided, with how far the share may be off. */
export function Kinds({
  page,
  all,
  before,
}: {
  page: TargetsPage;
  all: TargetRow[];
  before: { slice: Slice; all: TargetRow[] } | null;
}) {
  const { t, words, filter } = page;
  return (
    <div className="grid gap-3 desk:grid-cols-3">
      {all.map((row) => {
        const n = row.met + row.missed;
        const interval = n >= enough ? wilson(row.met, n) : null;
        const others = (["missed", "running"] as const).flatMap((part) =>
          row[part] > 0
            ? [{ text: t(`of${part}`, { n: row[part] }), href: behindHref(filter, `${row.kind}:${part}`) }]
            : [],
        );
        return (
          <Figure
            key={row.kind}
            title={t(`kinds.${row.kind}`)}
            definition="met"
            value={n === 0 ? "–" : t("metOf", { met: words.number(row.met), n: words.number(n) })}
            of={n === 0 ? t("none") : t("ofMet", { n: row.met })}
            href={row.met > 0 ? behindHref(filter, `${row.kind}:met`) : null}
          >
            {others.length > 0 ? (
              <p className="flex flex-wrap gap-x-3">
                {others.map(({ text, href }) => (
                  <Go
                    key={href}
                    href={href}
                    className="text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink"
                  >
                    {text}
                  </Go>
                ))}
              </p>
            ) : null}
            {n > 0 ? (
              <p className="text-ink-2">
                {interval
                  ? t("interval", {
                      share: words.share(row.met / n),
                      low: Math.floor(100 * interval.low),
                      high: Math.ceil(100 * interval.high),
                    })
                  : t("notYet", { enough })}
              </p>
            ) : null}
            {before ? <Before page={page} row={row} before={before} /> : null}
          </Figure>
        );
      })}
    </div>
  );
}

function Before({
  page: { t, words },
  row,
  before,
}: {
  page: TargetsPage;
  row: TargetRow;
  before: { slice: Slice; all: TargetRow[] };
}) {
  const then = before.all.find(({ kind }) => kind === row.kind);
  const [n, nThen] = [row.met + row.missed, (then?.met ?? 0) + (then?.missed ?? 0)];
  if (!then || nThen === 0) return null;
  const days = `${words.day(before.slice.from)} – ${words.day(plusDays(before.slice.to, -1))}`;
  const counts = { days, met: words.number(then.met), n: words.number(nThen) };
  if (n < enough || nThen < enough) return <p className="text-ink-2">{t("beforeFew", counts)}</p>;
  const isChance = (shareChance({ hits: row.met, n }, { hits: then.met, n: nThen }) ?? 1) >= 0.05;
  return (
    <p className="text-ink-2">
      {t("before", { ...counts, share: words.share(then.met / nThen) })}.{" "}
      {t(isChance ? "sameShare" : "otherShare")}
    </p>
  );
}
