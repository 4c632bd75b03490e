import { expect, test } from "vitest";
import { shallow } from "./shallow";

test("ordinary mail is left as it is", () => {
  const html = '<p>Bonjour <b>Claire</b><br><img src="x"></p><p>un<p>deux<ul><li>a<li>b</ul>';
  expect(shallow(html, 10)).toBe(html);
});

test("what is too deep loses its tags and keeps its words", () => {
  expect(shallow("<i><b><u>a</u>b</b>c</i>d<p>e</p>", 2)).toBe("<i><b>ab</b>c</i>d<p>e</p>");
});

test("closing tags of nothing do not make room", () => {
  expect(shallow("<td></b><td></b><td>x", 2)).toBe("<td></b><td></b>x");
});

test("a tag without an end takes nothing with it but itself", () => {
  expect(shallow("<a><b><c", 1)).toBe("<a>");
  expect(shallow("a < b <3 c", 1)).toBe("a < b <3 c");
});
