import type { Deed } from "./deed";
import { deedsOfGoing } from "./deeds/going";
import { deedsOfMoving } from "./deeds/moving";
import { deedsOfTriage } from "./deeds/triage";
import { deedsOfWriting } from "./deeds/writing";
import type { ActionId } from "./table";

/** What each action does. Comes to the browser after the first paint. */
export const deeds: { readonly [id in ActionId]?: Deed } = {
  ...deedsOfMoving,
  ...deedsOfWriting,
  ...deedsOfTriage,
  ...deedsOfGoing,
};
