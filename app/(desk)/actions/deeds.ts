import { deedsOfAsking } from "./deeds/asking";
import { deedsOfBeside } from "./deeds/beside";
import { deedsOfHand } from "./deeds/by-hand";
import { deedsOfGoing } from "./deeds/going";
import { deedsOfLooks } from "./deeds/looks";
import { deedsOfMoving } from "./deeds/moving";
import { deedsOfPromising } from "./deeds/promising";
import { deedsOfSamePerson } from "./deeds/same-person";
import { deedsOfSelecting } from "./deeds/selecting";
import { deedsOfTriage } from "./deeds/triage";
import { deedsOfWriting } from "./deeds/writing";
import type { Deeds } from "./perform";

/** What each action does. Comes to the browser after the first paint. */
export const deeds: Deeds = {
  ...deedsOfMoving,
  ...deedsOfWriting,
  ...deedsOfTriage,
  ...deedsOfBeside,
  ...deedsOfAsking,
  ...deedsOfPromising,
  ...deedsOfSamePerson,
  ...deedsOfSelecting,
  ...deedsOfGoing,
  ...deedsOfLooks,
  ...deedsOfHand,
};
