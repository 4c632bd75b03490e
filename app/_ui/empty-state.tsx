import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Why there is nothing here, in words, and what can be done about it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex max-w-md flex-col items-start gap-2 p-6">
      <Icon of={icon} size={22} className="mb-2 text-ink-2" />
      <p className="type-zone">{title}</p>
      {children ? <div className="text-ink-2 type-row">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
