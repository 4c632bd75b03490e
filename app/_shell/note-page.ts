import { translator } from "@/app/_server/words";
import type { Language } from "@/db/enums";

/**
 * The page for a telephone in the shop: whole in itself but for two small scripts, so that it opens on a bad line and,
 * kept by the service worker, on none. Nothing on it belongs to anybody: who is signed in is asked by its script.
 */
export function notePage(language: Language, theme: "light" | "dark" | undefined, nonce: string): string {
  const t = translator(language, "notePage");
  const said = Object.fromEntries(
    [
      "waiting",
      "sent",
      "noLine",
      "signedOut",
      "signedOutKept",
      "neverHere",
      "others",
      "refused",
      "again",
      "remove",
      "removeSure",
      "notKept",
    ].map((key) => [key, t(key, { count: "{count}", reason: "{reason}" })]),
  );
  return `<!doctype html>
<html lang="${language}"${theme ? ` data-theme="${theme}"` : ""}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#f3f6f7">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="icon" href="/icons/icon.svg">
<title>${t("title")} · Avant</title>
<style>${styles}</style>
<body>
<header>
  <h1>${t("title")}</h1>
  <p id="me"></p>
  <a href="/queue">${t("desk")}</a>
</header>
<main>
  <p role="status"></p>
  <p id="out" hidden><a class="button" href="/sign-in?callbackUrl=%2Fnote">${t("signIn")}</a></p>
  <form>
    <label hidden>${t("channel")}<select id="channel" name="channelId"></select></label>
    <fieldset class="pair">
      <legend>${t("where")}</legend>
      <label><input type="radio" name="place" value="shop" checked> ${t("shop")}</label>
      <label><input type="radio" name="place" value="phone"> ${t("phoneCall")}</label>
    </fieldset>
    <label>${t("who")}<input name="who" required maxlength="200" autocomplete="off" autocapitalize="words" placeholder="${t("whoHint")}"></label>
    <label>${t("phone")} <small>${t("optional")}</small><input name="phone" type="tel" maxlength="40" autocomplete="off"></label>
    <label>${t("email")} <small>${t("optional")}</small><input name="email" type="email" maxlength="254" autocomplete="off" autocapitalize="off"></label>
    <label>${t("text")}<textarea name="text" rows="4" required maxlength="20000"></textarea></label>
    <label class="tick"><input type="checkbox" name="danger" value="yes"> ${t("danger")}</label>
    <label>${t("what")} <small>${t("optional")}</small><input name="what" maxlength="1000" autocomplete="off"></label>
    <label>${t("until")} <small>${t("optional")}</small><input name="until" maxlength="200" autocomplete="off" placeholder="${t("untilHint")}"></label>
    <button type="submit" disabled>${t("save")}</button>
  </form>
  <ul id="waiting" aria-label="${t("list")}"></ul>
</main>
<script type="application/json" id="words">${JSON.stringify(said).replaceAll("<", "\\u003c")}</script>
<script src="/note-queue.js" nonce="${nonce}"></script>
<script src="/note.js" nonce="${nonce}"></script>
</body>
</html>`;
}

const styles = `
:root { color-scheme: light dark; --canvas: light-dark(#f3f6f7, #0d1214); --surface: light-dark(#fff, #151b1e);
  --ink: light-dark(#151e24, #e9eeef); --ink-2: light-dark(#454f55, #b8bfc1); --edge: light-dark(#7f898e, #747d81);
  --accent: light-dark(#0c6373, #6ec4d1); --on-accent: light-dark(#fff, #09161a); --now: light-dark(#b3261e, #ff8a80); }
[data-theme=light] { color-scheme: light } [data-theme=dark] { color-scheme: dark }
* { box-sizing: border-box }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 16px/24px ui-sans-serif, system-ui, sans-serif }
header { display: flex; align-items: center; gap: 12px; padding: 8px 16px }
header a { margin-left: auto; padding: 12px 0; color: var(--accent) }
h1 { margin: 0; font-size: 18px; font-weight: 600 }
#me { margin: 0; color: var(--ink-2); overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
main { max-width: 32rem; margin: 0 auto; padding: 0 16px 32px }
[role=status]:empty { display: none }
[role=status] { margin: 0 0 16px; padding: 12px; border-left: 3px solid var(--accent); background: var(--surface) }
form { display: grid; gap: 16px }
label { display: grid; gap: 4px; font-weight: 500 }
label[hidden], #out[hidden] { display: none }
small { font-size: 14px; font-weight: 400; color: var(--ink-2) }
label:has(small) { grid-template-columns: auto 1fr; column-gap: 8px }
label:has(small) > input { grid-column: 1 / -1 }
input, textarea, select { width: 100%; min-height: 48px; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 8px;
  background: var(--surface); color: inherit; font: inherit }
textarea { resize: vertical }
input::placeholder { color: var(--ink-2); opacity: 1 }
fieldset { margin: 0; padding: 0; border: 0 }
legend { padding: 0; margin-bottom: 4px; font-weight: 500 }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 8px }
.pair label, .tick { display: flex; align-items: center; gap: 10px; min-height: 48px; padding: 0 12px; border: 1px solid var(--edge);
  border-radius: 8px; background: var(--surface) }
[type=radio], [type=checkbox] { width: 22px; min-height: 22px; height: 22px; flex: none; accent-color: var(--accent) }
.tick:has(:checked) { border-color: var(--now); color: var(--now) }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 52px; padding: 0 20px; border: 0;
  border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none }
button:disabled { opacity: .55 }
#waiting { margin: 24px 0 0; padding: 0; list-style: none; display: grid; gap: 8px }
#waiting li { padding: 12px; border-radius: 8px; background: var(--surface) }
#waiting p { margin: 0; overflow-wrap: anywhere; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden }
#waiting .problem { color: var(--now); display: block }
#waiting button { min-height: 44px; margin-top: 8px; background: none; border: 1px solid var(--edge); color: inherit }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`;
