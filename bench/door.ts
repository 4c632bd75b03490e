import pg from "pg";
import { db } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { sealSecrets } from "@/lib/channels/load";
import { sign, signatureHeader, timestampHeader } from "@/lib/channels/signature";
import { receiveWebhook } from "@/lib/channels/webhook";
import { newId } from "@/lib/id";
import { withDatabase } from "./place";
import { inFlight, interleave, type Size } from "./slices";
import { type Row, round } from "./table";

const callers = 16;
const secret = "a secret of thirty-two characters";

/** A signed webhook from the first look to the commit, against one bare insert of the same bytes and its commit. */
export function measureDoor(size: Size): Promise<Row[]> {
  const perSlice = size === "ci" ? 48 : 320;
  const rounds = size === "ci" ? 1 : 7;
  return withDatabase(callers, async (place) => {
    const bare = new pg.Pool({ connectionString: place.url, max: callers });
    bare.on("error", () => {});
    const id = newId();
    await db.insert(channels).values({
      id,
      kind: "api",
      name: "Rush",
      brandId: place.brandId,
      config: { source: "rush" },
      secrets: sealSecrets({ secret }),
    });
    const numbers = () => Array.from({ length: perSlice }, () => newId());
    const byProduct = async () => {
      await inFlight(callers, numbers(), async (name) => {
        const body = bodyOf(name);
        const timestamp = Math.floor(Date.now() / 1000);
        const request = new Request(`http://127.0.0.1/api/hooks/api/${id}`, {
          method: "POST",
          body,
          headers: {
            "content-type": "application/json",
            [timestampHeader]: String(timestamp),
            [signatureHeader]: sign([secret], timestamp, body),
          },
        });
        const { status } = await receiveWebhook("api", id, request, null);
        if (status >= 300) throw new Error(`a webhook was refused with ${status}`);
      });
      return perSlice;
    };
    const byBare = async () => {
      await inFlight(callers, numbers(), (name) =>
        bare.query({
          name: "bare",
          text: `insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size)
            values ($1, $2, $3, $3, 'application/json', '{}', $4, $5)`,
          values: [name, id, `bare ${name}`, bodyOf(name), bodyOf(name).length],
        }),
      );
      return perSlice;
    };
    const found = await interleave(rounds, byProduct, byBare);
    await bare.end();
    return [
      {
        path: `accept signed webhooks, ${callers} in flight`,
        ratio: found.ratio,
        goal: null,
        detail: `${round(found.productRate)} a second, look-up and one-use key included; one bare insert each ${round(found.bareRate)}`,
      },
    ];
  });
}

function bodyOf(name: string): Buffer<ArrayBuffer> {
  return Buffer.from(
    JSON.stringify({
      id: name,
      subject: name,
      text: "The lid of my kettle leaks, and nobody has answered for a week.",
      author: { name: "Odile Aubry", handle: `@${name}` },
      sentAt: "2026-11-22T08:00:00.000Z",
    }),
  );
}
