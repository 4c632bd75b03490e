import { join } from "node:path";
import { expect, test } from "vitest";
import { channelsPage } from "./channels-page";
import { registry } from "./registry";

test("docs/channels.md says what the channels declare (npx vitest run … -u writes it anew)", async () => {
  await expect(channelsPage(Object.values(registry))).toMatchFileSnapshot(
    join(import.meta.dirname, "../../docs/channels.md"),
  );
});
