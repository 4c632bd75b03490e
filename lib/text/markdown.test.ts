import { describe, expect, test } from "vitest";
import { markdownToHtml, markdownToText } from "./markdown";

describe("markdownToHtml", () => {
  test("paragraphs, lines, bold, italic and links", () => {
    expect(
      markdownToHtml(
        "Bonjour **Claire**,\nvoici *enfin* le [suivi](https://marmelune.example/s?a=1&b=2).\n\nSalma",
      ),
    ).toBe(
      '<p>Bonjour <strong>Claire</strong>,<br>\nvoici <em>enfin</em> le <a href="https://marmelune.example/s?a=1&amp;b=2">suivi</a>.</p>\n<p>Salma</p>',
    );
  });

  test("lists", () => {
    expect(markdownToHtml("- one\n- two\n\n1. a\n2. b")).toBe(
      "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>",
    );
  });

  test("a bare address becomes a link without the full stop after it", () => {
    expect(markdownToHtml("See https://marmelune.example/f/contact.")).toBe(
      '<p>See <a href="https://marmelune.example/f/contact">https://marmelune.example/f/contact</a>.</p>',
    );
  });

  test.each([
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    '[x](https://a.example/"onmouseover="alert(1))',
    "[<img src=x onerror=alert(1)>](https://a.example)",
    "**<b onclick=x>**",
    "https://a.example/<script>",
  ])("%s stays harmless", (text) => {
    const html = markdownToHtml(text);
    expect(html).not.toMatch(/<script|<img|<b |href="javascript|onmouseover="/i);
  });

  test("stars in sums, prices and file names are not emphasis", () => {
    expect(markdownToHtml("2 * 3 * 4 and snake_case_name")).toBe("<p>2 * 3 * 4 and snake_case_name</p>");
  });
});

test("plain text keeps the words and the addresses", () => {
  expect(markdownToText("Bonjour **Claire**, le _suivi_ : [ici](https://marmelune.example/s)\n- un\n")).toBe(
    "Bonjour Claire, le suivi : ici (https://marmelune.example/s)\n- un",
  );
});

test.each(["*", "**a", "[", "[a](", "_", "https://", "> ", "- "])("100 kB of %j is bounded", (piece) => {
  const started = process.cpuUsage();
  markdownToHtml(piece.repeat(100_000 / piece.length));
  markdownToText(piece.repeat(100_000 / piece.length));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(4000);
});
