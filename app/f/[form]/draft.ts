/** What was typed, kept in this tab until it is sent. A frame whose storage is blocked goes without. */
export function keepDraft(slug: string, form: HTMLFormElement): void {
  const kept: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && isKept(name)) kept[name] = value;
  }
  withStorage((storage) => storage.setItem(keyOf(slug), JSON.stringify(kept)));
}

/** Puts the draft back into the fields that are still empty. */
export function restoreDraft(slug: string, form: HTMLFormElement): void {
  withStorage((storage) => {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(slug)) ?? "{}");
    if (typeof kept !== "object" || kept === null) return;
    for (const [name, value] of Object.entries(kept)) {
      const field = form.elements.namedItem(name);
      if (typeof value !== "string" || !isKept(name)) continue;
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value ||= value;
      if (field instanceof RadioNodeList) field.value ||= value;
    }
  });
}

export function dropDraft(slug: string): void {
  withStorage((storage) => storage.removeItem(keyOf(slug)));
}

const names = new Set(["name", "email", "subject", "orderNumber", "phone", "message", "danger"]);

function isKept(name: string): boolean {
  return names.has(name);
}

function keyOf(slug: string): string {
  return `avant-form:${slug}`;
}

function withStorage(use: (storage: Storage) => void): void {
  try {
    use(window.sessionStorage);
  } catch {
    // Blocked, full, or holding something else: a draft is a comfort and never a condition.
  }
}
