import pg from "pg";
import { type Received, receive } from "@/lib/conversations/receive";
import { storeByBareSteps } from "./bare-steps";
import { measureDoor } from "./door";
import { withDatabase } from "./place";
import { measureRush } from "./rush/measure";
import { inFlight, interleave, type Size } from "./slices";
import { type Row, round } from "./table";
import { claimedRows, nextMessage } from "./work";

const writers = 16;

/** What the database takes, then a rush of webhooks and mails through the whole server. */
export async function measureIngest(size: Size): Promise<Row[]> {
  return [...(await measureDoor(size)), ...(await measureStoring(size)), ...(await measureRush(size))];
}

/** Storing parsed messages: one by one as they arrive, and a backlog in batches, against the bare steps. */
function measureStoring(size: Size): Promise<Row[]> {
  const perSlice = size === "ci" ? 48 : 240;
  const rounds = size === "ci" ? 1 : size === "full" ? 15 : 5;
  return withDatabase(writers, async (place) => {
    const bare = new pg.Pool({ connectionString: place.url, max: writers });
    // The database is dropped at the end; a connection that hears of it late is no failure.
    bare.on("error", () => {});
    const channel: Received["channel"] = {
      id: place.channels.get("care@marmelune.example")!,
      brandId: place.brandId,
      teamId: null,
      isSample: true,
      acknowledges: false,
    };
    const known: Array<{ email: string; externalId: string }> = [];
    let ready: Received[] = [];
    const prepare = async (count: number) => {
      ready = await claimedRows(
        bare,
        channel,
        Array.from({ length: count }, () => nextMessage(known)),
      );
    };
    const timed = async (count: number, act: (items: Received[]) => Promise<unknown>) => {
      const items = ready.splice(0, count);
      await act(items);
      return items.length;
    };
    const byProduct = () => timed(perSlice, (items) => inFlight(writers, items, (item) => receive([item])));
    const byBare = () =>
      timed(perSlice, (items) => inFlight(writers, items, (item) => storeByBareSteps(bare, item)));
    const together = (most: number) => () =>
      timed(perSlice, (items) => inFlight(1, batches(items, most), (batch) => receive(batch)));

    const against = async (product: () => Promise<number>) => {
      await prepare(perSlice * 2 * (rounds + 1));
      return interleave(rounds, product, byBare);
    };
    const alone = await against(byProduct);
    const live = await against(together(writers));
    const many = await against(together(50));
    await bare.end();
    return [
      {
        path: `store parsed messages, ${writers} in flight, as the worker does`,
        ratio: live.ratio,
        goal: { atLeast: 1 },
        detail: `${round(live.productRate)} a second, the ${writers} in one transaction; bare prepared steps ${round(live.bareRate)}`,
      },
      {
        path: `the same, each in a transaction of its own`,
        ratio: alone.ratio,
        goal: null,
        detail: `${round(alone.productRate)} a second; bare prepared steps ${round(alone.bareRate)}`,
      },
      {
        path: "backfill in batches of 50",
        ratio: many.ratio,
        goal: { atLeast: 5 },
        detail: `${round(many.productRate)} a second; bare prepared steps ${round(many.bareRate)}`,
      },
    ];
  });
}

function batches<T>(items: readonly T[], length: number): T[][] {
  const list: T[][] = [];
  for (let at = 0; at < items.length; at += length) list.push(items.slice(at, at + length));
  return list;
}
