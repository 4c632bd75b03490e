import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon } from "./icon";
import { KeyCap, keyShortcut } from "./key-cap";

export type ButtonLook = "accent" | "public" | "note" | "ink" | "outline" | "plain" | "danger" | "link";
export type ButtonSize = "small" | "medium" | "large";

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** The single key that does the same, shown in the button and told to assistive technology. */
  keys?: string | undefined;
  wide?: boolean;
  children: ReactNode;
};

export function Button({
  look = "outline",
  size = "small",
  icon,
  keys,
  wide = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-keyshortcuts={keys ? keyShortcut(keys) : undefined}
      className={buttonClass(look, size, wide)}
    >
      {icon ? <Icon of={icon} size={size === "small" ? 15 : 18} /> : null}
      <span className="truncate">{children}</span>
      {keys ? (
        <span className="inline-flex max-desk:hidden">
          <KeyCap keys={keys} tone={look === "outline" || look === "plain" ? "plain" : "solid"} />
        </span>
      ) : null}
    </button>
  );
}

/** The same look for a link. */
export function buttonClass(look: ButtonLook, size: ButtonSize = "small", wide = false): string {
  return `inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-control transition-colors disabled:opacity-55 ${sizes[size]} ${looks[look]} ${wide ? "w-full" : ""}`;
}

const sizes = {
  small: "h-7 min-w-7 px-2.5 type-row font-medium max-desk:h-11 max-desk:px-4",
  medium: "h-10 px-4 type-field font-medium max-desk:h-11",
  large: "h-12 px-6 type-field font-semibold",
};

const looks = {
  accent: "bg-accent font-semibold text-on-accent hover:bg-accent/90 active:bg-accent/80",
  public: "bg-public font-semibold text-on-public hover:bg-public/90 active:bg-public/80",
  note: "bg-note font-semibold text-on-note hover:bg-note/90 active:bg-note/80",
  ink: "bg-ink font-semibold text-canvas hover:bg-ink/90 active:bg-ink/80",
  outline: "border border-line-strong bg-surface text-ink hover:bg-hover active:bg-sunken",
  plain: "text-ink-2 hover:bg-hover hover:text-ink active:bg-sunken",
  danger: "border border-now bg-surface text-now hover:bg-now-soft",
  link: "text-accent hover:underline underline-offset-4",
};
