/** Initials in a circle; a colleague's has the accent's ring, a customer's is grey, a group's is a square with a count. */
export function Avatar({
  name,
  size = 30,
  of = "customer",
  className,
}: {
  name: string;
  size?: 18 | 20 | 24 | 28 | 30 | 36 | 40;
  of?: "customer" | "agent";
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold ${sizes[size]} ${
        of === "agent" ? "border border-accent/60 bg-accent-soft text-accent" : "bg-lead text-ink-2"
      } ${className ?? ""}`}
    >
      {initials(name)}
    </span>
  );
}

/** Two letters that people recognise: first and last word, or the first two letters of a single one. */
export function initials(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .split(/\s+/)
    .filter(Boolean);
  const first = words[0] ?? "?";
  const last = words.length > 1 ? words[words.length - 1]! : "";
  return (Array.from(first)[0]! + (Array.from(last)[0] ?? Array.from(first)[1] ?? "")).toLocaleUpperCase();
}

const sizes = {
  18: "size-4.5 text-[8.5px]",
  20: "size-5 text-[9px]",
  24: "size-6 text-[10px]",
  28: "size-7 text-[11px]",
  30: "size-7.5 text-[11px]",
  36: "size-9 text-[13px]",
  40: "size-10 text-[14px]",
};
