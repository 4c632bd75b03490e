import { createHmac } from "node:crypto";

type Fed = { id: string; text: string; [field: string]: unknown };

/** The feeding half of a source of somebody's own, as docs/api-channel.md tells it. */
export function startBridge({ url, channelId, secret }: { url: string; channelId: string; secret: string }) {
  async function call(method: string, path: string, content: object): Promise<void> {
    const body = JSON.stringify(content);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
    const answer = await fetch(`${url}/api/v1/channels/${channelId}/messages${path}`, {
      method,
      body,
      headers: {
        "content-type": "application/json",
        "avant-timestamp": timestamp,
        "avant-signature": `v1=${signature}`,
      },
    });
    if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
  }
  return {
    feed: (message: Fed) => call("POST", "", message),
    edit: (id: string, text: string) => call("PATCH", `/${encodeURIComponent(id)}`, { text }),
  };
}
