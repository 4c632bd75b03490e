import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { put } from "@/lib/files";
import { type Found, streamUpload } from "./stream-upload";

const part =
  '--b\r\nContent-Disposition: form-data; name="file"; filename="invoice.pdf"\r\nContent-Type: text/plain\r\n\r\nTotal 12 €';

function upload(body: string | ReadableStream<Uint8Array>, type = "multipart/form-data; boundary=b") {
  return new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": type },
    body,
    ...(typeof body === "string" ? {} : { duplex: "half" }),
  });
}

async function keep(found: Found): Promise<number> {
  return (await put(found.content, 1_000_000)).size;
}

test("a form that breaks off in the middle of its file is one wrong request, not the end of the process", async () => {
  const uncaught: unknown[] = [];
  const hear = (error: unknown) => uncaught.push(error);
  process.on("uncaughtException", hear);
  process.on("unhandledRejection", hear);
  await expect(streamUpload(upload(part), "file", keep)).rejects.toMatchObject({ key: "request.form" });
  const cut = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(Buffer.from(part));
      await pause(20);
      controller.error(new Error("aborted"));
    },
  });
  await expect(streamUpload(upload(cut), "file", keep)).rejects.toMatchObject({ key: "request.form" });
  await expect(streamUpload(upload("x", "multipart/form-data"), "file", keep)).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await streamUpload(upload(`${part}\r\n--b--\r\n`), "file", keep)).toBe(12);
  await pause(50);
  process.off("uncaughtException", hear);
  process.off("unhandledRejection", hear);
  expect(uncaught).toEqual([]);
});
