import { expect, test } from "vitest";
import { cookie, sessionCookie } from "./cookies";

test("over https a cookie is bound to this very host; over http browsers would refuse that", () => {
  expect(sessionCookie("https://inbox.marmelune.example")).toEqual({
    name: "__Host-avant.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
  expect(cookie("http://localhost:3000", "csrf", "strict")).toEqual({
    name: "avant.csrf",
    options: { httpOnly: true, sameSite: "strict", path: "/", secure: false },
  });
});
