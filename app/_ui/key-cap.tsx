const signs: Record<string, string> = {
  shift: "⇧",
  enter: "↵",
  escape: "Esc",
  space: "␣",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

/** A key or a chord in one cap, in the notation of actions/table.ts: "e", "shift+r", "mod+enter". */
export function KeyCap({ keys, tone = "plain" }: { keys: string; tone?: "plain" | "solid" | "ink" }) {
  return (
    <kbd
      aria-hidden
      className={`type-key inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-key border px-1 font-sans ${tones[tone]}`}
    >
      {keys.startsWith("mod+") ? (
        <>
          <span className="on-apple">⌘{keyLabel(keys)}</span>
          <span className="off-apple">Ctrl {keyLabel(keys)}</span>
        </>
      ) : (
        keyLabel(keys)
      )}
    </kbd>
  );
}

/** As it stands on a cap: "⇧R", "⇧↵", "Esc"; Ctrl or ⌘ is for the cap to say. A letter is small where it is typed small. */
export function keyLabel(keys: string): string {
  const parts = keys.split("+").filter((part) => part !== "" && part !== "mod");
  // The plus sign is a key too.
  if (parts.length === 0) return "+";
  const held = keys.startsWith("mod+") || parts.length > 1;
  return parts.map((part) => signs[part] ?? (held ? part.toUpperCase() : part)).join("");
}

/** The value of `aria-keyshortcuts` for the same notation; undefined for two keys one after the other. */
export function keyShortcut(keys: string): string | undefined {
  if (keys.includes(" ")) return undefined;
  const names: Record<string, string> = {
    shift: "Shift",
    enter: "Enter",
    mod: "Control",
    escape: "Escape",
    space: "Space",
    arrowup: "ArrowUp",
    arrowdown: "ArrowDown",
  };
  const parts = keys.split("+").filter((part) => part !== "");
  return parts.length === 0
    ? "Plus"
    : parts.map((part) => names[part] ?? (parts.length > 1 ? part.toUpperCase() : part)).join("+");
}

const tones = {
  plain: "border-line bg-sunken text-ink-2",
  solid: "border-current/60 text-current",
  ink: "border-current/40 text-current",
};
