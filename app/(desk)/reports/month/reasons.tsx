import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { enough } from "@/app/(desk)/reports/enough";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Language } from "@/db/enums";
import { nameOf } from "@/lib/contact-reasons/list-name";
import { quoteIfNeeded } from "@/lib/filter/print";
import type { readReasons } from "@/lib/reports/read-reasons";
import { Part } from "./part";

type Counted = Awaited<ReturnType<typeof readReasons>>;

/** What customers wrote about, in two levels, with the share of the month before: at most six themes, three below each. */
export function Reasons({
  now,
  before,
  words,
  language,
}: {
  now: Counted;
  before: Counted;
  words: ReportWords;
  language: Language;
}) {
  const t = translator(language, "satisfaction.month");
  const pages = translator(language, "reports");
  const share = (n: number, said: number) => (said < enough ? words.number(n) : words.share(n / said));
  const was = (id: string) => before.themes.find((theme) => theme.id === id)?.n ?? 0;
  return (
    <Part
      title={t("reasons")}
      aside={`${pages("n", { count: words.number(now.said) })}, ${t("unsaid", { n: now.unsaid })}`}
    >
      {now.themes.length === 0 ? (
        <p className="text-ink-2">{t("noReasons")}</p>
      ) : (
        <ul className="flex flex-col gap-2 print:gap-1">
          {now.themes.slice(0, 6).map((theme) => {
            const name = nameOf(theme, null, language);
            return (
              <li key={theme.id}>
                <div className="flex items-baseline justify-between gap-3">
                  <Go
                    href={`/queue?view=all&q=${encodeURIComponent(`reason:${quoteIfNeeded(name)}`)}`}
                    className="font-medium underline decoration-dotted underline-offset-4 print:no-underline"
                  >
                    {name}
                  </Go>
                  <span className="whitespace-nowrap tabular-nums">
                    {share(theme.n, now.said)}
                    <span className="text-ink-2 type-meta">
                      {` · ${words.number(theme.n)}`}
                      {before.said >= enough
                        ? ` · ${t("before", { share: share(was(theme.id), before.said) })}`
                        : ""}
                    </span>
                  </span>
                </div>
                <div aria-hidden className="my-1 h-1.5 bg-sunken print:my-0.5 print:h-1">
                  <div
                    className="h-full bg-accent print:[print-color-adjust:exact]"
                    style={{ width: `${Math.max(1, (100 * theme.n) / Math.max(1, now.said))}%` }}
                  />
                </div>
                <p className="text-ink-2 type-meta print:text-[8pt] print:leading-[10pt]">
                  {theme.below
                    .slice(0, 4)
                    .map((reason) => `${nameOf(reason, null, language)} ${words.number(reason.n)}`)
                    .join(" · ")}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Part>
  );
}
