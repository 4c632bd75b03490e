import { expect, test } from "vitest";
import { toText } from "./text";

test("paragraphs and breaks stay, white space of the source does not", () => {
  expect(toText("<p>one<br>two<br />three</p>\n<p>four   five\n six</p>")).toBe(
    "one\ntwo\nthree\n\nfour five six",
  );
});

test("a link whose words are not its address shows both, so that a label cannot lie", () => {
  expect(toText('<a href="https://evil.example/login">https://mybank.example</a>')).toBe(
    "https://mybank.example (https://evil.example/login)",
  );
  expect(toText('<a href="https://evil.example/login">evil.exa</a>')).toBe("https://evil.example/login");
  expect(toText('<a href="javascript:alert(1)">press</a>')).toBe("press");
});

test("mentions and tags stay as they are written", () => {
  expect(
    toText(
      '<a href="https://a.example/@tom" class="mention">@<span>tom</span></a> <a href="https://a.example/tags/pot">#<span>pot</span></a>',
    ),
  ).toBe("@tom #pot");
});

test("hostile depth and length end quickly", () => {
  const started = process.cpuUsage();
  toText("<div>".repeat(50_000));
  toText('<a href="https://x.example">'.repeat(20_000));
  toText("<p>".repeat(100_000));
  toText("&amp;".repeat(100_000));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
});
