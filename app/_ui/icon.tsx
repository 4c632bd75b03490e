import type { LucideIcon } from "lucide-react";

/** One stroke on screen whatever the size: 1.4 px up to 18 px, 1.35 px from 20. */
export function Icon({
  of: Drawing,
  size = 16,
  className,
}: {
  of: LucideIcon;
  size?: number;
  className?: string;
}) {
  return (
    <Drawing
      aria-hidden
      size={size}
      absoluteStrokeWidth
      strokeWidth={strokeFor(size)}
      className={`shrink-0 ${className ?? ""}`}
    />
  );
}

export function strokeFor(size: number): number {
  return size < 20 ? 1.4 : 1.35;
}
