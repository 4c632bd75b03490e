/**
 * The registry of everything that can be done at the desk, and the key it has by itself. From this list come the
 * keyboard, the palette, the sheet of keys, the caps on buttons and in menus, and the settings of keys.
 *
 * To add an action:
 * 1. one line here: its group on the sheet, its keys (none: `[]`; several: alternatives, the first is shown), and what
 *    it is about;
 * 2. its words: `actions.<id>` in messages/en.json and fr.json;
 * 3. what it does: one entry under the same id in a file of deeds/ (yours, listed in deeds.ts). What is heavy is
 *    imported inside `run`. A line without a deed is reserved: it is listed nowhere and its key does nothing.
 * On a button write `keys={useKeyOf()("resolve")}`: it follows what the person has chosen.
 *
 * Keys are written as they are typed: "e", "#", "shift+r" (letters and named keys only: a sign is itself, shifted or
 * not), "mod+k" (Ctrl or Cmd), "g q" (one after the other). A second one serves keyboards where the first is hard to
 * type, such as "[" on AZERTY. Never Alt and a letter.
 *
 * `about` says what it needs: "row" the open conversation, else the row in focus; "open" an open conversation; "anywhere"
 * nothing. `fixed` keys belong to the composer or the browser: they are shown and cannot be changed. `repeats` goes on
 * while the key is held. This file travels with the first page: data only.
 */
export const actionTable = {
  next: { group: "move", about: "anywhere", keys: ["j", "arrowdown"], repeats: true },
  previous: { group: "move", about: "anywhere", keys: ["k", "arrowup"], repeats: true },
  nextOpen: { group: "move", about: "open", keys: ["]", ")"], repeats: true },
  previousOpen: { group: "move", about: "open", keys: ["[", "("], repeats: true },
  open: { group: "move", about: "row", keys: ["o", "enter"] },
  back: { group: "move", about: "anywhere", keys: ["u", "escape"] },
  takeNext: { group: "move", about: "anywhere", keys: ["shift+enter"] },
  arrived: { group: "move", about: "anywhere", keys: ["."] },
  search: { group: "move", about: "anywhere", keys: ["/"] },
  palette: { group: "move", about: "anywhere", keys: ["mod+k"], fixed: true },
  help: { group: "move", about: "anywhere", keys: ["?"] },

  reply: { group: "answer", about: "open", keys: ["r"] },
  publicPrivate: { group: "answer", about: "open", keys: ["shift+r"] },
  note: { group: "answer", about: "open", keys: ["n"] },
  forward: { group: "answer", about: "open", keys: ["f"] },
  macro: { group: "answer", about: "row", keys: ["m"] },
  called: { group: "answer", about: "row", keys: ["shift+c"] },
  writeDown: { group: "answer", about: "anywhere", keys: ["shift+n"] },
  pasteLink: { group: "answer", about: "anywhere", keys: [] },
  wentPublic: { group: "answer", about: "row", keys: [] },
  privacyRequest: { group: "decide", about: "row", keys: [] },
  promise: { group: "answer", about: "open", keys: ["c"] },
  savedReply: { group: "answer", about: "open", keys: [";"], fixed: true },
  send: { group: "answer", about: "open", keys: ["mod+enter"], fixed: true },
  sendAndResolve: { group: "answer", about: "open", keys: ["mod+shift+enter"], fixed: true },

  assign: { group: "decide", about: "row", keys: ["a"] },
  mine: { group: "decide", about: "row", keys: ["i"] },
  team: { group: "decide", about: "row", keys: ["shift+a"] },
  ask: { group: "decide", about: "row", keys: ["q"] },
  resolve: { group: "decide", about: "row", keys: ["e"] },
  snooze: { group: "decide", about: "row", keys: ["h"] },
  theirTurn: { group: "decide", about: "row", keys: ["w"] },
  noReply: { group: "decide", about: "row", keys: ["d"] },
  tag: { group: "decide", about: "row", keys: ["t"] },
  reason: { group: "decide", about: "anywhere", keys: ["shift+e"] },
  pin: { group: "decide", about: "row", keys: ["p"] },
  why: { group: "decide", about: "row", keys: ["y"] },
  due: { group: "decide", about: "row", keys: ["shift+y"] },
  follow: { group: "decide", about: "row", keys: [] },
  link: { group: "decide", about: "row", keys: ["l"] },
  merge: { group: "decide", about: "row", keys: [] },
  split: { group: "decide", about: "open", keys: [] },
  samePerson: { group: "decide", about: "open", keys: ["s"] },
  twoPeople: { group: "decide", about: "open", keys: ["shift+s"] },
  notSame: { group: "decide", about: "row", keys: [] },
  restrict: { group: "decide", about: "row", keys: [] },
  unread: { group: "decide", about: "row", keys: ["shift+u"] },
  spam: { group: "decide", about: "row", keys: ["#", "!"] },
  block: { group: "decide", about: "row", keys: [] },
  undo: { group: "decide", about: "anywhere", keys: ["z"] },

  select: { group: "select", about: "row", keys: ["x"] },
  extendDown: { group: "select", about: "row", keys: ["shift+j", "shift+arrowdown"], repeats: true },
  extendUp: { group: "select", about: "row", keys: ["shift+k", "shift+arrowup"], repeats: true },
  selectFound: { group: "select", about: "anywhere", keys: [] },

  goQueue: { group: "go", about: "anywhere", keys: ["g q"] },
  goMine: { group: "go", about: "anywhere", keys: ["g m"] },
  goTeam: { group: "go", about: "anywhere", keys: ["g t"] },
  goWaiting: { group: "go", about: "anywhere", keys: ["g w"] },
  goSnoozed: { group: "go", about: "anywhere", keys: ["g s"] },
  goResolved: { group: "go", about: "anywhere", keys: ["g r"] },
  goViews: { group: "go", about: "anywhere", keys: ["g v"] },
  goPromises: { group: "go", about: "anywhere", keys: ["g p"] },
  goCustomers: { group: "go", about: "anywhere", keys: ["g c"] },
  goPrivacy: { group: "go", about: "anywhere", keys: [] },
  goReports: { group: "go", about: "anywhere", keys: ["g a"] },
  pauseAll: { group: "settings", about: "anywhere", keys: [] },
  goProfile: { group: "settings", about: "anywhere", keys: [] },
  goSettings: { group: "settings", about: "anywhere", keys: [] },
  changeTheme: { group: "settings", about: "anywhere", keys: [] },
  houseRules: { group: "settings", about: "anywhere", keys: [] },
  keyCard: { group: "settings", about: "anywhere", keys: [] },
} as const satisfies Record<string, ActionLine>;

export type ActionLine = {
  group: ActionGroup;
  about: "anywhere" | "row" | "open";
  keys: readonly string[];
  fixed?: true;
  repeats?: true;
};

export const actionGroups = ["move", "answer", "decide", "select", "go", "settings"] as const;
export type ActionGroup = (typeof actionGroups)[number];

export type ActionId = keyof typeof actionTable;

/** The line of an action, with the fields that it may leave out. */
export function actionLine(id: ActionId): ActionLine {
  return actionTable[id];
}

export function actionIds(): ActionId[] {
  return Object.keys(actionTable).filter(isActionId);
}

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(actionTable, id);
}
