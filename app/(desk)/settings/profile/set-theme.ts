"use client";

import type { Theme } from "@/db/enums";

const YEAR_S = 31_536_000;

/** The look of this page now, and of the next one before the server knows who asks. */
export function setTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  rememberInBrowser("avant-theme", theme);
}

export function rememberInBrowser(name: "avant-theme" | "avant-language", value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Firefox before 140.
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
