import { Go } from "@/app/_ui/go";
import { type ReportFilter, reportQuery } from "@/app/(desk)/reports/report-filter";

/** One of a few ways to look at the same, as links: the address says which. */
export function Tabs<Value extends string>({
  label,
  now,
  options,
  filter,
  query,
}: {
  label: string;
  now: Value;
  options: ReadonlyArray<{ value: Value; name: string }>;
  filter: ReportFilter;
  query(value: Value): { [name: string]: string | null };
}) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-x-1">
        {options.map(({ value, name }) => (
          <li key={value}>
            <Go
              href={reportQuery(filter, query(value)) || "?"}
              aria-current={value === now ? "true" : undefined}
              className="flex h-7 items-center rounded-control px-2 text-ink-2 hover:bg-hover hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink max-desk:h-11"
            >
              {name}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}
