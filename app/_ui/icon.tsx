import type { LucideIcon } from "lucide-react";
import { memo } from "react";

/**
 * One stroke on screen whatever the size: 1.4 px up to 18 px, 1.35 px from 20. What is drawn already is not put together
 * again: a screen has a hundred of them.
 */
export const Icon = memo(function Icon({
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
});

export function strokeFor(size: number): number {
  return size < 20 ? 1.4 : 1.35;
}
