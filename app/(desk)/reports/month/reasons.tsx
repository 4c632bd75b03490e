import { Fragment } from "react";
import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { enough } from "@/app/(desk)/reports/enough";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Language } from "@/db/enums";
import { nameOf } from "@/lib/contact-reasons/list-name";
import type { readReasons } from "@/lib/reports/read-reasons";
import type { Slice } from "@/lib/reports/slice";
import { filterOf } from "./filter-of";
import { Part } from "./part";

type Counted = Awaited<ReturnType<typeof readReasons>>;

/** What customers wrote about, in two levels, with the share of the month before: at most six themes, three below each. */
export function Reasons({
  now,
  before,
  slice,
  words,
  language,
}: {
  now: Counted;
  before: Counted;
  /** The days of the month. */
  slice: Slice;
  words: ReportWords;
  language: Language;
}) {
  const t = translator(language, "satisfaction.month");
  const pages = translator(language, "reports");
  const share = (n: number, said: number) => (said < enough ? words.number(n) : words.share(n / said));
  const was = (id: string) => before.themes.find((theme) => theme.id === id)?.n ?? 0;
  const hrefOf = (id: string) => behindHref(filterOf(slice), `reason:${id}`);
  return (
    <Part
      title={t("reasons")}
      aside={
        <>
          {`${pages("n", { count: words.number(now.said) })}, `}
          {now.unsaid > 0 ? (
            <Go href={hrefOf("none")} className={linkClass}>
              {t("unsaid", { n: now.unsaid })}
            </Go>
          ) : (
            t("unsaid", { n: now.unsaid })
          )}
        </>
      }
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
                  <span className="font-medium">{name}</span>
                  <span className="whitespace-nowrap tabular-nums">
                    {share(theme.n, now.said)}
                    <span className="text-ink-2 type-meta">
                      {" · "}
                      <Go
                        href={hrefOf(theme.id)}
                        aria-label={t("opens", { n: theme.n, name })}
                        className={linkClass}
                      >
                        {words.number(theme.n)}
                      </Go>
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
                  {theme.below.slice(0, 4).map((reason, at) => (
                    <Fragment key={reason.id}>
                      {at > 0 ? " · " : null}
                      <Go href={hrefOf(reason.id)} className={`whitespace-nowrap ${linkClass}`}>
                        {nameOf(reason, null, language)} {words.number(reason.n)}
                      </Go>
                    </Fragment>
                  ))}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Part>
  );
}

const linkClass = "underline decoration-dotted underline-offset-4 hover:text-ink print:no-underline";
