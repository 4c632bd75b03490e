/** The parts of a key event that decide what was typed. */
export type Keystroke = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "keyCode"
> & { getModifierState(name: string): boolean };

/**
 * What was typed, in the notation of table.ts: "e", "#", "shift+r", "shift+enter", "mod+k"; null for what is never a
 * key of ours: a dead key, a letter still being composed, anything with Alt.
 */
export function typedKey(event: Keystroke): string | null {
  // 229: an input method has the key; Safari says so only here.
  if (event.isComposing || event.keyCode === 229) return null;
  const key = named(event);
  if (key === null) return null;
  const isSign = key.length === 1 && !isLetter(key);
  if (event.altKey || event.getModifierState("AltGraph")) {
    // AltGr, on Windows Ctrl and Alt together, is how many keyboards type # and [.
    return isSign && !isDigit(key) && !event.metaKey ? key : null;
  }
  const shift = event.shiftKey && !isSign ? "shift+" : "";
  return event.ctrlKey || event.metaKey ? `mod+${shift}${key}` : `${shift}${key}`;
}

/** The character or the name of the key, in small letters whatever Caps Lock says. */
function named({ key, code }: Keystroke): string | null {
  if (key.length > 1) return names.has(key) ? key.toLowerCase() : null;
  if (!isLetter(key)) return key === " " ? "space" : key;
  // Cyrillic, Greek, Arabic: no key of ours can be typed, so the place on the keyboard counts.
  const latin = /^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key);
  return latin.toLowerCase();
}

const names = new Set(["Enter", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);

function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key);
}

function isDigit(key: string): boolean {
  return /^\p{N}$/u.test(key);
}
