/** Steps done, out of all, as bars; the words beside it carry the meaning. */
export function Steps({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={at}
      className="flex gap-1"
    >
      {Array.from({ length: of }, (_, index) => (
        <span key={index} className={`h-1 flex-1 rounded-full ${index < at ? "bg-accent" : "bg-line"}`} />
      ))}
    </div>
  );
}

/** A share between 0 and 1, such as an upload. */
export function Progress({ value, label }: { value: number; label: string }) {
  return (
    <progress
      aria-label={label}
      max={1}
      value={value}
      className="h-1 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
    />
  );
}
