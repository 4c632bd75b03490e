/** Style and script of the API's page, inline and named by their hash in its Content-Security-Policy. */
export const style = `
:root { --canvas:#f3f6f7; --surface:#fff; --ink:#151e24; --ink2:#454f55; --ink3:#5a6369; --line:#dbe1e2; --edge:#7f888b; --accent:#0c6373; --soft:#ddf1f5; --now:#c22826; --good:#226d49; --today:#9a5a12 }
@media (prefers-color-scheme: dark) { :root { --canvas:#0d1214; --surface:#141a1d; --ink:#e9eeef; --ink2:#b8bfc1; --ink3:#98a0a3; --line:#272e31; --edge:#6c767b; --accent:#6ec4d1; --soft:#132f35; --now:#fb766a; --good:#77c99b; --today:#e8ae63 } }
* { box-sizing:border-box }
html { scroll-behavior:auto }
body { margin:0; background:var(--canvas); color:var(--ink); font:14px/21px system-ui, sans-serif }
header { padding:24px 24px 8px; max-width:68rem; margin:0 auto }
h1 { font-size:20px; line-height:28px; font-weight:600; margin:0 0 8px }
h2 { font-size:16px; line-height:24px; font-weight:600; margin:32px 0 8px; text-transform:none }
h2::first-letter, nav a::first-letter { text-transform:uppercase }
h3 { font-size:13px; line-height:20px; font-weight:600; margin:16px 0 4px }
header p { max-width:68ch; color:var(--ink2); margin:0 0 8px }
a { color:var(--accent) }
:focus-visible { outline:2px solid var(--accent); outline-offset:2px; border-radius:4px }
input { font:15px/24px system-ui, sans-serif; padding:4px 8px; margin-left:8px; width:min(24rem, 70vw); color:var(--ink); background:var(--surface); border:1px solid var(--edge); border-radius:6px }
.columns { display:grid; grid-template-columns:11rem minmax(0,1fr); gap:24px; max-width:68rem; margin:0 auto; padding:0 24px 64px }
nav { position:sticky; top:0; align-self:start; padding-top:32px; max-height:100vh; overflow:auto }
nav ul { list-style:none; margin:0; padding:0 }
nav a { display:inline-block; padding:4px 0; color:var(--ink2); text-decoration:none }
nav a:hover { color:var(--accent) }
details { background:var(--surface); border:1px solid var(--line); border-radius:8px; margin:8px 0; padding:0 12px }
summary { cursor:pointer; padding:8px 0; overflow-wrap:anywhere }
details[open] { padding-bottom:12px }
code { font:13px/20px ui-monospace, monospace; overflow-wrap:anywhere }
.method { display:inline-block; min-width:4rem; font-weight:600; color:var(--accent) }
.method.delete { color:var(--now) } .method.post { color:var(--good) } .method.patch, .method.put { color:var(--today) }
.what { color:var(--ink2); margin-left:8px }
small, .type, em { color:var(--ink3); font-size:12px; font-style:normal }
dl { margin:4px 0; display:grid; grid-template-columns:minmax(8rem, max-content) minmax(0,1fr); gap:2px 16px }
dt, dd { margin:0 }
dl.fields { border-left:1px solid var(--line); padding-left:12px }
[hidden] { display:none }
@media (max-width: 767px) { .columns { grid-template-columns:minmax(0,1fr); padding:0 12px 64px } nav { display:none } header { padding:16px 12px } dl { grid-template-columns:minmax(0,1fr) } dd { padding-left:12px } }
`;

export const script = `
const field = document.getElementById("search"), count = document.getElementById("count");
const entries = [...document.querySelectorAll("details")];
field.addEventListener("input", () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const entry of entries) {
    const text = entry.querySelector("summary").textContent.toLowerCase();
    entry.hidden = !words.every((word) => text.includes(word));
    if (!entry.hidden) shown++;
  }
  for (const part of document.querySelectorAll("section"))
    part.hidden = ![...part.querySelectorAll("details")].some((entry) => !entry.hidden);
  count.textContent = words.length ? shown + " of " + entries.length : "";
});
`;
