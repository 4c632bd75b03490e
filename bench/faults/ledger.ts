/** What one part counted. Null where a count does not apply. */
export type Result = {
  name: string;
  faults: string;
  /** Mails that we sent in, or replies that the API took with a 2xx answer. */
  sent: number;
  /** Of those, how many were acknowledged: 250 to our mail, 2xx to our reply. */
  acknowledged: number;
  stored: number | null;
  parked: number | null;
  onSocket: number | null;
  taken: number | null;
  /** Neither sure to have left nor sure not to: shown to a person, never sent again by itself. */
  uncertain: number | null;
  doubled: number;
  lost: number;
  seconds: number;
  /** Promises beside the counts, such as "503 within 5 s". */
  promises: Array<{ text: string; isKept: boolean }>;
};

const columns = [
  ["sent by us", "sent"],
  ["acknowledged", "acknowledged"],
  ["stored", "stored"],
  ["parked", "parked"],
  ["seen on a socket", "onSocket"],
  ["taken by the trap", "taken"],
  ["uncertain", "uncertain"],
  ["doubled", "doubled"],
  ["lost", "lost"],
] as const;

/** Prints one Markdown table; true when nothing was lost or doubled and every promise was kept. */
export function printLedger(results: readonly Result[]): boolean {
  console.log(`\n| | faults | ${columns.map(([title]) => title).join(" | ")} |`);
  console.log(`|---|---|${columns.map(() => "---:|").join("")}`);
  for (const result of results) {
    const cells = columns.map(([, key]) => result[key] ?? "–");
    console.log(`| ${result.name} | ${result.faults} | ${cells.join(" | ")} |`);
  }
  const promises = results.flatMap((result) => result.promises);
  console.log("");
  for (const { text, isKept } of promises) console.log(`${isKept ? "kept  " : "BROKEN"} ${text}`);
  const isWhole = results.every(({ lost, doubled }) => lost === 0 && doubled === 0);
  console.log(isWhole ? "\nNothing lost, nothing doubled." : "\nSOMETHING WAS LOST OR DOUBLED.");
  return isWhole && promises.every(({ isKept }) => isKept);
}
