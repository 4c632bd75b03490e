import { translator } from "@/app/_server/words";
import type { Language } from "@/db/enums";

/**
 * The page that stands where there is no line: whole in itself, since nothing can be fetched. It tries again by itself
 * once the browser says that the line is back.
 */
export function offlinePage(language: Language): string {
  const t = translator(language, "ui.offlinePage");
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Avant</title>
<style>
  :root { color-scheme: light dark; --canvas: light-dark(#f3f6f7, #0d1214); --ink: light-dark(#151e24, #e9eeef);
    --ink-2: light-dark(#454f55, #b8bfc1); --accent: light-dark(#0c6373, #6ec4d1); --on-accent: light-dark(#fff, #09161a); }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--canvas); color: var(--ink);
    font: 13px/20px ui-sans-serif, system-ui, sans-serif; }
  main { max-width: 26rem; padding: 24px; }
  h1 { margin: 16px 0 8px; font: 600 16px/24px ui-sans-serif, system-ui, sans-serif; letter-spacing: -0.01em; }
  p { margin: 0 0 24px; color: var(--ink-2); }
  button { height: 40px; padding: 0 16px; border: 0; border-radius: 6px; background: var(--accent);
    color: var(--on-accent); font: 600 15px/24px ui-sans-serif, system-ui, sans-serif; cursor: pointer; }
  button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
</style>
<main>
  <svg width="18" height="24" viewBox="0 0 12 16" aria-hidden="true"><circle cx="2.5" cy="8" r="2.5" fill="var(--accent)"/><rect x="8" width="3" height="16" rx="1.5" fill="var(--ink)"/></svg>
  <h1>${t("title")}</h1>
  <p>${t("text")}</p>
  <button type="button">${t("retry")}</button>
</main>
<script>
  document.querySelector("button").onclick = () => location.reload();
  addEventListener("online", () => location.reload());
</script>
</html>`;
}
