const signs: Record<string, string> = {
  shift: "⇧",
  enter: "↵",
  mod: "⌘",
  ctrl: "Ctrl",
  escape: "Esc",
  up: "↑",
  down: "↓",
};

/** A key or a chord in one cap: "e", "shift+enter", "mod+enter". */
export function KeyCap({ keys, tone = "plain" }: { keys: string; tone?: "plain" | "solid" | "ink" }) {
  return (
    <kbd
      aria-hidden
      className={`type-key inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-key border px-1 font-sans ${tones[tone]}`}
    >
      {keys.startsWith("mod+") ? (
        <>
          <span className="on-apple">⌘{keyLabel(keys.slice(4))}</span>
          <span className="off-apple">Ctrl {keyLabel(keys.slice(4))}</span>
        </>
      ) : (
        keyLabel(keys)
      )}
    </kbd>
  );
}

export function keyLabel(keys: string): string {
  const parts = keys.split("+").map((part) => signs[part] ?? part);
  return parts.some((part) => part.length > 1) ? parts.join(" ") : parts.join("");
}

/** The value of `aria-keyshortcuts` for the same notation. */
export function keyShortcut(keys: string): string {
  const names: Record<string, string> = { shift: "Shift", enter: "Enter", mod: "Control", escape: "Escape" };
  return keys
    .split("+")
    .map((part) => names[part] ?? part)
    .join("+");
}

const tones = {
  plain: "border-line bg-sunken text-ink-2",
  solid: "border-current/60 text-current",
  ink: "border-current/40 text-current",
};
