import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";
import type { Store } from "@/lib/files";

/** Files in a bucket that speaks S3: https://key:secret@host/bucket/optional/prefix?region=… */
export function bucketStore(address: string): Store {
  const url = new URL(address);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: "s3",
    region: url.searchParams.get("region") ?? "us-east-1",
    retries: 3,
  });
  const [bucket = "", ...prefix] = url.pathname.split("/").filter(Boolean);
  const root = `${url.origin}/${bucket}`;
  const place = (key: string) => [...prefix, key].join("/");

  async function ask(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const response = await client.fetch(`${root}${path}`, { method, ...init });
    if (response.ok || response.status === 404) return response;
    throw new Error(
      `The bucket answered ${response.status} to ${method}: ${(await response.text()).slice(0, 300)}`,
    );
  }

  return {
    async take(path, key, { sha256, size }) {
      const body = await openAsBlob(path);
      const headers = { "x-amz-content-sha256": sha256, "content-type": "application/octet-stream" };
      const response = await ask("PUT", `/${place(key)}`, { headers, body });
      if (!response.ok) throw new Error(`The bucket ${bucket} does not exist (${size} bytes not stored)`);
    },
    async open(key) {
      const response = await ask("GET", `/${place(key)}`);
      if (response.ok && response.body !== null) return Readable.from(response.body);
      await response.body?.cancel();
      return null;
    },
    async remove(key) {
      await (await ask("DELETE", `/${place(key)}`)).body?.cancel();
    },
    async *list() {
      let token: string | null = null;
      do {
        const query = new URLSearchParams({
          "list-type": "2",
          prefix: prefix.length > 0 ? `${prefix.join("/")}/` : "",
        });
        if (token !== null) query.set("continuation-token", token);
        const xml: string = await (await ask("GET", `?${query}`)).text();
        // The answer has a fixed shape; our own keys need no unescaping.
        yield [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, entry = ""]) => ({
          key: (text(entry, "Key") ?? "").slice(prefix.length > 0 ? prefix.join("/").length + 1 : 0),
          storedAt: new Date(text(entry, "LastModified") ?? 0),
        }));
        token = text(xml, "NextContinuationToken");
      } while (token !== null);
    },
  };
}

function text(xml: string, tag: string): string | null {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? null;
}
