import { describe, expect, test } from "vitest";
import { cleanLine, cleanText, fileName, withoutDirections } from "./clean";

describe("cleanText", () => {
  test("drops what PostgreSQL refuses and keeps tabs and line ends", () => {
    expect(cleanText("a\u0000b\ud800c\u0007\td\r\ne\rf", 100)).toBe("abc\td\ne\nf");
  });

  test("reads the C1 controls as windows-1252, which is what their sender meant", () => {
    expect(cleanText("12 \u0080 \u0093so\u0094 it\u0092s", 100)).toBe("12 € “so” it’s");
  });

  test("keeps emoji, accents and a tilde", () => {
    expect(cleanText("Été 👩‍🍳 ~ ça", 100)).toBe("Été 👩‍🍳 ~ ça");
  });

  test("a cut through an emoji leaves no half of it", () => {
    expect(cleanText("ab👍", 3)).toBe("ab");
  });
});

test("a line has no line ends and no white space at its edges", () => {
  expect(cleanLine("  Re:\r\n\t la  casserole \u0000", 60)).toBe("Re: la casserole");
  expect(cleanLine(`${"x".repeat(50)}👍`, 51)).toBe("x".repeat(50));
});

test("direction overrides are taken out", () => {
  expect(withoutDirections("invoice\u202Efdp.exe")).toBe("invoicefdp.exe");
});

describe("fileName", () => {
  test.each([
    ["../../etc/passwd", "etc-passwd"],
    ["C:\\Users\\Claire\\photo.jpg", "C-Users-Claire-photo.jpg"],
    ["invoice\u202Efdp.exe", "invoicefdp.exe"],
    ["", "file"],
    ["...", "file"],
    ["con.txt", "_con.txt"],
    ["casserole brûlée.jpg", "casserole brûlée.jpg"],
    [".htaccess", "htaccess"],
    ["a\r\nContent-Type: text/html", "a Content-Type- text-html"],
  ])("%j becomes %j", (given, expected) => {
    expect(fileName(given)).toBe(expected);
  });

  test("a long name is cut before its extension", () => {
    const name = fileName(`${"é".repeat(500)}.jpeg`);
    expect(name).toHaveLength(120);
    expect(name.endsWith("é.jpeg")).toBe(true);
  });
});
