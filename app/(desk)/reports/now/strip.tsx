"use client";

import { useEffect, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import type { Person } from "@/lib/conversations/types";
import type { Now } from "@/lib/reports/slice";
import { dueSoon, overdue, queueHref } from "./queue-href";

/** What lies on the desk, in six numbers; each opens exactly the conversations that it counts. */
export function Strip({ now, brand }: { now: Now; brand: Person | null }) {
  const t = useTranslations("reportNow.figures");
  const numbers = [
    { name: "open", n: now.open, href: queueHref("is:open", brand), isBad: false },
    { name: "unassigned", n: now.unassigned, href: queueHref("is:unassigned", brand), isBad: false },
    { name: "dueWithinHour", n: now.dueWithinHour, href: queueHref(dueSoon, brand), isBad: false },
    {
      name: "pastTarget",
      n: now.pastTarget,
      href: queueHref(overdue, brand),
      isBad: now.pastTarget > 0,
    },
    { name: "promisesToday", n: now.promisesToday, href: "#promises", isBad: false },
    { name: "theirTurn", n: now.theirTurn, href: queueHref("is:waiting", brand), isBad: false },
  ];
  return (
    <ul className="grid grid-cols-2 overflow-hidden rounded-card border border-line bg-surface sm:grid-cols-3 wide:grid-cols-6 print:grid-cols-6">
      {numbers.map(({ name, n, href, isBad }) => (
        <li key={name} data-figure={name} className="-mr-px -mb-px border-line border-r border-b px-4 py-3">
          <Counted n={n} isBad={isBad} />
          <Go
            href={href}
            onClick={(event) => {
              if (!href.startsWith("#")) return;
              event.preventDefault();
              document.querySelector(href)?.scrollIntoView({ block: "nearest" });
            }}
            className="text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
          >
            {t(name)}
          </Go>
        </li>
      ))}
    </ul>
  );
}

const shownMs = 1_600;

/** A number that marks for a moment that it has changed, without moving anything. */
function Counted({ n, isBad }: { n: number; isBad: boolean }) {
  const format = useFormatter();
  const before = useRef(n);
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    if (before.current === n) return;
    before.current = n;
    setNew(true);
    const timer = setTimeout(() => setNew(false), shownMs);
    return () => clearTimeout(timer);
  }, [n]);
  return (
    <p className="type-title tabular-nums">
      <span
        data-new={isNew || undefined}
        className={`-mx-1 rounded-key px-1 transition-colors duration-700 data-new:bg-accent-soft data-new:duration-0 motion-reduce:transition-none ${isBad ? "text-now" : ""}`}
      >
        {format.number(n)}
      </span>
    </p>
  );
}
