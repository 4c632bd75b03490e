import sanitizeHtml, { type Tag } from "sanitize-html";
import { escapeHtml } from "./markdown";
import { shallow } from "./shallow";

/** Longer mails are cut before anything looks at them; the original stays one click away. */
const longestHtml = 1_000_000;
const deepest = 120;
/** Open at once before anything is parsed; sloppy mail leaves hundreds of paragraphs unclosed. */
const mostOpen = 1000;

export type MailHtmlOptions = {
  /** Address under which a remote picture may be loaded (our proxy), or null for "not now". */
  picture: (url: string) => string | null;
  /** Address of an inline picture by its Content-ID without angle brackets, or null when there is none. */
  inline: (contentId: string) => string | null;
};

/**
 * Mail HTML made harmless: a strict list of tags, attributes and style properties, nothing that runs, submits,
 * positions itself over the screen or loads by itself. `blocked` counts the remote pictures left out.
 * Nothing edits the string afterwards: an edit after sanitising is how holes are made.
 */
export function sanitiseMail(html: string, options: MailHtmlOptions): { html: string; blocked: number } {
  let blocked = 0;
  const safe = sanitizeHtml(shallow(html.slice(0, longestHtml), mostOpen), {
    allowedTags,
    allowedAttributes,
    allowedStyles: { "*": styles },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["http", "https", "data"] },
    allowProtocolRelative: false,
    nonTextTags,
    nestingLimit: deepest,
    enforceHtmlBoundary: false,
    parser: { decodeEntities: true, lowerCaseTags: true },
    transformTags: {
      a: (_tag, attributes): Tag => ({
        tagName: "a",
        attribs: /^\s*(?:https?:|mailto:|tel:)/i.test(attributes.href ?? "")
          ? { ...attributes, target: "_blank", rel: "noopener noreferrer nofollow" }
          : {},
      }),
      img: (_tag, attributes): Tag => {
        const shown = pictureAddress(attributes.src ?? "", options);
        if (shown !== null)
          return { tagName: "img", attribs: { ...attributes, src: shown, loading: "lazy" } };
        if (isPixel(attributes)) return { tagName: "span", attribs: {} };
        if (/^\s*https?:/i.test(attributes.src ?? "")) blocked += 1;
        return {
          tagName: "span",
          attribs: { class: "no-picture" },
          text: (attributes.alt ?? "").slice(0, 200),
        };
      },
    },
  });
  return { html: safe, blocked };
}

/**
 * A whole document for a sandboxed frame (without scripts and without an origin), with its own content security
 * policy on top of what its server says. It stays on a light ground in dark mode, because senders colour their text for white paper.
 */
export function mailDocument(
  html: string,
  options: MailHtmlOptions & { language: string | null },
): { document: string; blocked: number } {
  const { html: body, blocked } = sanitiseMail(html, options);
  const language = /^[a-z]{2}$/.test(options.language ?? "") ? ` lang="${options.language}"` : "";
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light"><style>${frameStyle}</style>`;
  return {
    document: `<!doctype html><html${language}><head>${head}</head><body dir="auto">${body}</body></html>`,
    blocked,
  };
}

const policy =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-src 'none'; script-src 'none'";

const frameStyle =
  "html{color-scheme:light}body{margin:0;padding:12px;background:#fff;color:#1b1b18;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid #ccc;color:#555}.no-picture{border:1px dashed #999;padding:0 4px;color:#666}";

function pictureAddress(source: string, options: MailHtmlOptions): string | null {
  const src = source.trim();
  if (/^cid:/i.test(src)) return options.inline(decoded(src.slice(4)).replace(/^<|>$/g, ""));
  if (/^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i.test(src))
    return src.length < 300_000 ? src : null;
  return /^https?:\/\//i.test(src) ? options.picture(src) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A picture of one pixel is there to count who reads; nobody misses it. */
function isPixel(attributes: Record<string, string>): boolean {
  return (
    /^\s*[01](?:px)?\s*$/.test(attributes.width ?? "") || /^\s*[01](?:px)?\s*$/.test(attributes.height ?? "")
  );
}

const allowedTags = [
  ..."a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del".split(
    " ",
  ),
  ..."details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li".split(
    " ",
  ),
  ..."main mark nav ol p pre q s samp section small span strike strong sub summary sup table tbody td".split(
    " ",
  ),
  ..."tfoot th thead time tr tt u ul var wbr".split(" "),
];

/** Dropped with everything inside them; the rest of what is not allowed loses only its tags. */
const nonTextTags = [
  ..."script style textarea option noscript title svg math template iframe frame frameset object embed".split(
    " ",
  ),
  ..."applet noembed noframes xmp select datalist canvas audio video map".split(" "),
];

const allowedAttributes = {
  "*": ["align", "valign", "dir", "lang", "title", "style", "width", "height", "bgcolor"],
  a: ["href", "target", "rel"],
  img: ["src", "alt", "width", "height", "loading"],
  span: [{ name: "class", multiple: false, values: ["no-picture"] }],
  font: ["color", "face", "size"],
  table: ["border", "cellpadding", "cellspacing", "summary"],
  td: ["colspan", "rowspan", "nowrap"],
  th: ["colspan", "rowspan", "nowrap", "scope"],
  col: ["span"],
  colgroup: ["span"],
  ol: ["start", "type", "reversed"],
  ul: ["type"],
  li: ["value"],
  time: ["datetime"],
};

const colour = /^(?:#[0-9a-f]{3,8}|[a-z]{3,25}|rgba?\([\d\s.,%/]{1,40}\)|hsla?\([\d\s.,%/deg]{1,40}\))$/i;
const length = /^-?\d{0,4}(?:\.\d{1,4})?(?:px|pt|em|rem|%|ex|ch|in|cm|mm|pc)?$/i;
const lengths = /^(?:(?:\d{1,4}(?:\.\d{1,4})?(?:px|pt|em|rem|%)?|auto)(?:\s+|$)){1,4}$/i;
const word = /^[a-z-]{2,20}$/i;
const edge = /^[\w\s.#%(),-]{1,80}$/;

/** No position, no z-index, no url(), no opacity: text cannot lie over our page or be hidden to be quoted. */
const styles: Record<string, RegExp[]> = {
  color: [colour],
  "background-color": [colour],
  background: [colour],
  "font-family": [/^[\w\s,'"-]{1,200}$/],
  "font-size": [length, word],
  "font-style": [word],
  "font-weight": [/^(?:[1-9]00|[a-z]{4,7})$/i],
  "line-height": [length, word],
  "text-align": [word],
  "text-decoration": [/^[a-z\s-]{2,40}$/i],
  "text-transform": [word],
  "text-indent": [/^\d{1,3}(?:px|pt|em)?$/i],
  "vertical-align": [word, length],
  "white-space": [word],
  "word-break": [word],
  direction: [/^(?:ltr|rtl)$/i],
  "list-style-type": [word],
  width: [lengths],
  "max-width": [lengths],
  "min-width": [lengths],
  height: [lengths],
  margin: [lengths],
  "margin-top": [lengths],
  "margin-right": [lengths],
  "margin-bottom": [lengths],
  "margin-left": [lengths],
  padding: [lengths],
  "padding-top": [lengths],
  "padding-right": [lengths],
  "padding-bottom": [lengths],
  "padding-left": [lengths],
  border: [edge],
  "border-top": [edge],
  "border-right": [edge],
  "border-bottom": [edge],
  "border-left": [edge],
  "border-color": [edge],
  "border-style": [edge],
  "border-width": [edge],
  "border-collapse": [word],
  "border-spacing": [lengths],
  "border-radius": [lengths],
  "table-layout": [word],
};
