import { Agent, get } from "node:http";
import { countViews, listQueue } from "@/lib/conversations/list-queue";
import { addOpenConversations } from "./grow";
import { type Place, withDatabase } from "./place";
import { freePort, portOf, start } from "./processes";
import { measureScreen } from "./screen/measure";
import { signIn } from "./signed-in";
import { inFlight, interleave, median, percentile, type Size } from "./slices";
import { type Row, round } from "./table";

const users = 10;

/**
 * The desk on screen, and what it asks for all day: pages of the queue, counters, what is new. With `--ci` the screen
 * is left to the journeys, which have just been through it.
 */
export async function measureDesk(size: Size): Promise<Row[]> {
  return [...(size === "ci" ? [] : await measureScreen(size)), ...(await measureServer(size))];
}

function measureServer(size: Size): Promise<Row[]> {
  const [few, many] = size === "ci" ? [200, 2000] : size === "full" ? [1000, 1_000_000] : [1000, 100_000];
  return withDatabase(users, async (small) => {
    await addOpenConversations(small, few);
    const reads = await measureReads(size, small);
    const atSmall = globalThis.avantDatabase;
    try {
      return await withDatabase(users, async (large) => {
        await addOpenConversations(large, many);
        const atLarge = globalThis.avantDatabase;
        const walkSmall = pageWalk(small, atSmall);
        const walkLarge = pageWalk(large, atLarge);
        const found = await interleave(size === "ci" ? 1 : 15, walkLarge, walkSmall);
        globalThis.avantDatabase = atLarge;
        const counts = await countTimes(large, size);
        return [
          {
            path: `queue page, ${many} open conversations against ${few}, time`,
            ratio: 1 / found.ratio,
            goal: { atMost: 1.2 },
            detail: `${round(1000 / found.productRate)} ms against ${round(1000 / found.bareRate)} ms for 50 rows, one page after the other`,
          },
          {
            path: `counters of all views over ${many} open`,
            ratio: median(counts),
            unit: "ms",
            goal: null,
            detail: `p99 ${round(percentile(counts, 0.99))} ms; asked once, then moved by events`,
          },
          ...reads,
        ];
      });
    } finally {
      globalThis.avantDatabase = atSmall;
    }
  });
}

/** Reads down the queue of one database, ten pages a slice, from the top again at the end. */
function pageWalk(place: Place, database: typeof globalThis.avantDatabase): () => Promise<number> {
  let cursor: string | null = null;
  return async () => {
    globalThis.avantDatabase = database;
    for (let n = 0; n < 10; n++) {
      const input = { view: "queue", sort: "left", cursor, limit: 50 } as const;
      const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(place.admin, input);
      cursor = page.next;
    }
    return 10;
  };
}

async function countTimes(place: Place, size: Size): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < (size === "ci" ? 3 : 30); n++) {
    const start = performance.now();
    await countViews(place.admin);
    times.push(performance.now() - start);
  }
  return times;
}

async function measureReads(size: Size, place: Place): Promise<Row[]> {
  const port = await freePort();
  const server = start("serve.ts", {
    DATABASE_URL: place.url,
    PORT: String(port),
    HOST: "127.0.0.1",
    APP_URL: `http://127.0.0.1:${port}`,
  });
  const bare = start("bare-http.ts");
  try {
    const floor = `http://127.0.0.1:${await bare.next(portOf)}`;
    await server.next(portOf);
    const { authorization } = await signIn(place.admin);
    const ours = `http://127.0.0.1:${port}/api/v1`;
    const agent = new Agent({ keepAlive: true, maxSockets: users });
    const ask = (url: string) => fetchText(url, agent, authorization);

    const page = JSON.parse(await ask(`${ours}/conversations?limit=50`));
    const paths: Array<[string, string]> = [
      ["next page of the queue", `/conversations?limit=50&cursor=${page.next}`],
      ["what is new since a moment ago", `/since?seq=${page.seq}`],
      ["counters", "/counts"],
    ];
    const rows: Row[] = [];
    for (const [what, path] of paths) {
      const body = JSON.parse(await ask(ours + path));
      const has = bare.next((message) => (message.has === path ? true : undefined));
      bare.tell({ path, body });
      await has;
      const perSlice = size === "ci" ? 20 : 200;
      const slice = (base: string) => async () => {
        await inFlight(users, Array.from({ length: perSlice }), () => ask(base + path));
        return perSlice;
      };
      const found = await interleave(size === "ci" ? 1 : 7, slice(ours), slice(floor));
      rows.push({
        path: `${what} over HTTP, ${users} at once`,
        ratio: found.ratio,
        goal: { atLeast: 0.3 },
        detail: `${round(found.productRate)} a second; bare Node with the same ${JSON.stringify(body).length} bytes ${round(found.bareRate)}`,
      });
    }
    agent.destroy();
    return rows;
  } finally {
    await Promise.all([server.stop(), bare.stop()]);
  }
}

function fetchText(url: string, agent: Agent, authorization: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(text)
          : reject(new Error(`${response.statusCode} ${text.slice(0, 200)}`)),
      );
    }).on("error", reject);
  });
}
