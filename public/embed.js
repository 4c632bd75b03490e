/*
 * Puts a public form of Avant into any page:
 *   <script src="https://inbox.example/embed.js" data-form="contact" async></script>
 * data-mode="button" makes it a button that opens the form; data-lang="fr", data-theme="light", data-label,
 * data-target="#place". The page's policy has to allow script-src and frame-src of this address, nothing else.
 */
(() => {
  const script = document.currentScript;
  if (!script?.dataset.form) return;
  const { form, lang, mode, theme, label, target } = script.dataset;
  const origin = new URL(script.src).origin;
  const french = (lang || document.documentElement.lang || navigator.language).startsWith("fr");
  const words = french
    ? { open: "Nous écrire", close: "Fermer", title: "Formulaire de contact" }
    : { open: "Write to us", close: "Close", title: "Contact form" };

  const address = new URL(`/f/${encodeURIComponent(form)}`, origin);
  address.searchParams.set("host", location.origin);
  if (lang) address.searchParams.set("lang", lang);
  if (theme) address.searchParams.set("theme", theme);

  /** The frame, as high as what is in it. Only our own frame, from our own origin, is listened to. */
  function openFrame(onEscape) {
    const frame = document.createElement("iframe");
    let isReady = false;
    let isWanted = false;
    frame.title = words.title;
    frame.referrerPolicy = "origin";
    frame.loading = mode === "button" ? "eager" : "lazy";
    Object.assign(frame.style, { display: "block", width: "100%", height: "640px", border: "0" });
    if (theme) frame.style.colorScheme = theme;
    frame.src = address.href;

    const focus = () => {
      isWanted = !isReady;
      frame.focus();
      if (isReady) frame.contentWindow?.postMessage({ to: "avant-form", focus: true }, origin);
    };
    addEventListener("message", ({ data, source, origin: sender }) => {
      if (sender !== origin || source !== frame.contentWindow || data?.from !== "avant-form") return;
      if (Number.isFinite(data.height)) {
        frame.style.height = `${Math.min(Math.max(data.height, 120), 10_000)}px`;
        isReady = true;
        if (isWanted) focus();
      }
      if (data.escape === true) onEscape();
    });
    return { frame, focus };
  }

  /** A button and a modal dialog, in a shadow tree that neither takes the site's styles nor gives it ours. */
  function openButton() {
    const holder = document.createElement("div");
    const root = holder.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    if (theme) holder.style.colorScheme = theme;

    const opener = document.createElement("button");
    opener.type = "button";
    opener.textContent = label || words.open;
    opener.setAttribute("aria-haspopup", "dialog");

    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", words.title);
    const closer = document.createElement("button");
    closer.type = "button";
    closer.className = "close";
    closer.textContent = "×";
    closer.setAttribute("aria-label", words.close);
    closer.addEventListener("click", () => dialog.close());
    dialog.append(closer);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });

    // Closing hides the frame and keeps what was typed in it; the browser gives the focus back to the button.
    let opened = null;
    opener.addEventListener("click", () => {
      if (!opened) {
        opened = openFrame(() => dialog.close());
        dialog.append(opened.frame);
      }
      dialog.showModal();
      opened.focus();
    });
    root.append(opener, dialog);
    return holder;
  }

  const style = `
:host { color-scheme: light dark; }
button { font: 600 16px/24px system-ui, sans-serif; cursor: pointer; border: 0; border-radius: 8px; min-height: 44px;
  padding: 0 20px; color: light-dark(#fff, #0d1214); background: light-dark(#151e24, #e9eeef); }
:focus-visible { outline: 2px solid light-dark(#0c6373, #6ec4d1); outline-offset: 2px; }
dialog { box-sizing: border-box; width: min(680px, 100vw); max-width: none; max-height: 100dvh; padding: 8px;
  border: 0; border-radius: 14px; background: light-dark(#fff, #141a1d); }
dialog::backdrop { background: rgb(10 14 16 / .45); }
.close { position: sticky; top: 0; float: right; width: 44px; padding: 0; font-size: 24px; z-index: 1;
  color: inherit; background: inherit; }
iframe { clear: both; outline: none; }
`;

  const element = mode === "button" ? openButton() : openFrame(() => {}).frame;
  const place = target ? document.querySelector(target) : null;
  if (place) place.append(element);
  else if (script.closest("body")) script.after(element);
  else if (document.body) document.body.append(element);
  else addEventListener("DOMContentLoaded", () => document.body.append(element));
})();
