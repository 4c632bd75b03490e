import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { surely } from "./surely";

test("what was sent is written down although the database is away at first", async () => {
  let tries = 0;
  await surely(new AbortController().signal, async () => {
    tries += 1;
    if (tries < 3) throw Object.assign(new Error("connection terminated"), { code: "57P01" });
  });
  expect(tries).toBe(3);
});

test("a stop ends the trying, and so does a plain no", async () => {
  const stop = new AbortController();
  const away = async () => {
    stop.abort();
    throw new Error("away");
  };
  await expect(surely(stop.signal, away)).rejects.toThrow("away");
  const no = async () => {
    throw new AppError("not_found", "delivery.not_found");
  };
  await expect(surely(new AbortController().signal, no)).rejects.toMatchObject({ code: "not_found" });
});
