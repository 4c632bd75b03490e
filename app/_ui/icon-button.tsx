import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes } from "react";
import { Icon } from "./icon";
import { keyShortcut } from "./key-cap";

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "children"> & {
  icon: LucideIcon;
  /** What it does, in words: the accessible name and the tooltip. */
  label: string;
  keys?: string | undefined;
  look?: "plain" | "outline";
  size?: number;
};

export function IconButton({ icon, label, keys, look = "plain", size = 16, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-keyshortcuts={keys ? keyShortcut(keys) : undefined}
      data-tip={label}
      data-tip-keys={keys}
      className={`inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors hover:bg-hover hover:text-ink active:bg-sunken disabled:opacity-55 aria-pressed:bg-accent-soft aria-pressed:text-accent max-desk:size-11 ${
        look === "outline" ? "border border-line bg-surface" : ""
      }`}
    >
      <Icon of={icon} size={size} />
    </button>
  );
}
