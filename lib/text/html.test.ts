import { describe, expect, test } from "vitest";
import { mailDocument, sanitiseMail } from "./html";

const closed = { picture: () => null, inline: () => null };

describe("nothing that runs, submits or phones home comes through", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<style>@import url(https://evil.example/x.css)</style>",
    '<div style="background:url(https://evil.example/t.gif)">x</div>',
    '<div style="position:fixed;top:0;left:0;width:100%;z-index:9">x</div>',
    '<form action="https://evil.example"><input name=p><button>ok</button></form>',
    '<iframe src="https://evil.example"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<object data="https://evil.example"></object>',
    '<img src="https://evil.example/t.gif">',
    '<img srcset="https://evil.example/t.gif 1x">',
    '<table background="https://evil.example/t.gif"><tr><td>x</td></tr></table>',
    '<video poster="https://evil.example/t.gif"></video>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
    '<p id="root" name="x" class="evil" contenteditable>x</p>',
  ])("%s", (hostile) => {
    const { html } = sanitiseMail(hostile, closed);
    expect(html).not.toMatch(
      /<(?:script|svg|math|style|form|input|button|iframe|meta|base|link|object|video|img|textarea|xmp|noscript)\b/i,
    );
    expect(html).not.toMatch(
      /\son\w+=|javascript:|evil\.example|position|z-index|url\(|\bid=|contenteditable/i,
    );
  });
});

test("ordinary mail keeps its look", () => {
  const { html } = sanitiseMail(
    '<p style="color:#ff0000;margin:0 0 4px">Bonjour <b>Claire</b></p><table border="0"><tr><td bgcolor="#fff" colspan="2">x</td></tr></table><ul><li>un</li></ul>',
    closed,
  );
  expect(html).toBe(
    '<p style="color:#ff0000;margin:0 0 4px">Bonjour <b>Claire</b></p><table border="0"><tr><td bgcolor="#fff" colspan="2">x</td></tr></table><ul><li>un</li></ul>',
  );
});

test("links open elsewhere and give nothing away", () => {
  expect(
    sanitiseMail('<a href="https://a.example/?q=1&amp;r=2" target="_top" rel="opener">x</a>', closed).html,
  ).toBe('<a href="https://a.example/?q=1&amp;r=2" target="_blank" rel="noopener noreferrer nofollow">x</a>');
});

describe("pictures", () => {
  test("remote ones are left out and counted, pixels silently", () => {
    const result = sanitiseMail(
      '<img src="https://a.example/p.jpg" alt="our kettle"><img src="https://t.example/o.gif" width="1" height="1">',
      closed,
    );
    expect(result.blocked).toBe(1);
    expect(result.html).toBe('<span class="no-picture">our kettle</span><span></span>');
  });

  test("when asked for they come through the address that the caller gives", () => {
    const result = sanitiseMail('<img src="https://a.example/p.jpg?a=1&amp;b=2" width="300">', {
      ...closed,
      picture: (url) => `/picture?u=${encodeURIComponent(url)}`,
    });
    expect(result.blocked).toBe(0);
    expect(result.html).toContain('src="/picture?u=https%3A%2F%2Fa.example%2Fp.jpg%3Fa%3D1%26b%3D2"');
  });

  test("inline ones are found by their Content-ID", () => {
    const result = sanitiseMail('<img src="cid:photo%401"><img src="cid:gone" alt="lost">', {
      ...closed,
      inline: (id) => (id === "photo@1" ? "/files/7" : null),
    });
    expect(result.html).toBe('<img src="/files/7" loading="lazy" /><span class="no-picture">lost</span>');
  });

  test("a text for a missing picture cannot become markup", () => {
    const { html } = sanitiseMail(
      '<img src="https://a.example/x" alt="&lt;script&gt;alert(1)&lt;/script&gt;">',
      closed,
    );
    expect(html).not.toContain("<script");
  });
});

test("the document carries its own policy and runs nothing", () => {
  const { document, blocked } = mailDocument('<p>x</p><img src="https://a.example/x">', {
    ...closed,
    language: "fr",
  });
  expect(document).toContain("Content-Security-Policy");
  expect(document).toContain("default-src &#39;none&#39;");
  expect(document).toContain('<html lang="fr">');
  expect(blocked).toBe(1);
});

test.each([
  ["20,000 nested tags", "<div>".repeat(20_000)],
  ["20,000 nested tables", "<table><tr><td>".repeat(20_000)],
  ["a megabyte of nested tables", "<table><tr><td>".repeat(66_000)],
  ["a megabyte of nested cells that others' closing tags hide", "<td></b><p></i>".repeat(66_000)],
  ["a megabyte of nested lists", "<ul><li>".repeat(125_000)],
  ["20,000 nested quotes with styles", '<blockquote style="color:red;margin:0">'.repeat(20_000)],
  ["100 kB of <", "<".repeat(100_000)],
  ["100 kB of attributes", `<p ${"a=b ".repeat(25_000)}>x</p>`],
  ["100 kB in one style", `<p style="${"color:red;".repeat(10_000)}">x</p>`],
  ["100 kB of style without end", `<p style="${"a:(".repeat(33_000)}">x</p>`],
  ["100 kB of entities", "&amp".repeat(25_000)],
  ["100 kB of comments", "<!--".repeat(25_000)],
  ["5 MB", "<p>word</p>".repeat(500_000)],
])("%s are bounded", (_name, hostile) => {
  const started = process.cpuUsage();
  const { html } = sanitiseMail(hostile, closed);
  expect(html.length).toBeLessThan(3_000_000);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(4000);
});
