/** A point before a bar: what comes before. */
export function Logo({ withName = true, className }: { withName?: boolean; className?: string }) {
  return (
    <span className={`inline-flex items-center gap-2 ${className ?? ""}`}>
      <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true" className="shrink-0">
        <circle cx="2.5" cy="8" r="2.5" className="fill-accent" />
        <rect x="8" y="0" width="3" height="16" rx="1.5" className="fill-ink" />
      </svg>
      {withName ? <span className="type-zone">Avant</span> : <span className="sr-only">Avant</span>}
    </span>
  );
}
