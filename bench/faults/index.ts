import { dataFolder } from "@/e2e/support/product";
import { type Amounts, amounts } from "./amounts";
import { killWhileMailArrives } from "./arriving";
import { stopTheDatabase } from "./database-away";
import { openHouse } from "./house";
import { killWhileRepliesLeave } from "./leaving";
import { printLedger, type Result } from "./ledger";

/**
 * npm run faults [-- arriving leaving away] [--ci]. The built product with its own database, real SMTP both ways, and faults at random
 * moments: the process killed while mail arrives and while replies leave, poison among the good, the database
 * stopped and frozen. Prints what was counted; ends with 1 when anything was lost or doubled.
 */
const parts = { arriving: killWhileMailArrives, leaving: killWhileRepliesLeave, away: stopTheDatabase };
const wanted = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const size: Amounts = process.argv.includes("--ci") ? amounts.ci : amounts.full;
const folder = dataFolder("avant-faults-");
const house = await openHouse(folder.path);
const results: Result[] = [];
let failed = false;
try {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`${name} …`);
    const result = await part(house, size);
    console.log(`${name}: ${result.seconds.toFixed(0)} s`);
    results.push(result);
  }
} catch (error) {
  failed = true;
  console.error(error);
  console.error(house.lastWords());
} finally {
  await house.close();
  folder.remove();
}
const isWhole = printLedger(results);
process.exit(failed || !isWhole ? 1 : 0);
