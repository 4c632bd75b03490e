import { rebuildFacts } from "@/lib/facts/rebuild";
import { type Command, withDatabase } from "./command";

export const reportsRebuild: Command = {
  summary: "makes every figure of the reports again from the log of events, while the product runs",
  example: "npm run avant -- reports:rebuild",
  options: {},
  async run() {
    const done = await withDatabase(() =>
      rebuildFacts({
        onProgress: ({ events, conversations, seconds }) =>
          console.log(
            `${events} events of ${conversations} conversations, ${Math.round(events / seconds)} a second`,
          ),
      }),
    );
    if (done === null) {
      console.error("Another rebuild is running. It does the same: wait for its end.");
      return 1;
    }
    console.log(`All figures are made again: ${done.events} events in ${done.seconds.toFixed(1)} s.`);
    return 0;
  },
};
