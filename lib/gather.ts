/**
 * Lets those who ask at the same moment share one act on the database. Nobody waits while nothing is under way; who
 * asks meanwhile goes with the next lot, which begins after they asked, so that it sees whatever was committed before.
 *
 * `together` resolves with one answer for each input, in their order. Where it fails because of what one of them brought,
 * each goes once more by itself, so that a poisonous one fails alone. `most` limits a lot by the sum of `weight`.
 */
export function gathering<Input, Answer>(
  together: (inputs: Input[]) => Promise<Answer[]>,
  limit: { most: number; weight: (input: Input) => number },
): (input: Input) => Promise<Answer> {
  const waiting: Array<Asked<Input, Answer>> = [];
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) await answer(together, takeLot(waiting, limit));
    busy = false;
  }
  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (!busy) void work();
    });
}

type Asked<Input, Answer> = {
  input: Input;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
};

function takeLot<Input, Answer>(
  waiting: Array<Asked<Input, Answer>>,
  { most, weight }: { most: number; weight: (input: Input) => number },
): Array<Asked<Input, Answer>> {
  let sum = weight(waiting[0]!.input);
  let count = 1;
  while (count < waiting.length) {
    sum += weight(waiting[count]!.input);
    if (sum > most) break;
    count++;
  }
  return waiting.splice(0, count);
}

async function answer<Input, Answer>(
  together: (inputs: Input[]) => Promise<Answer[]>,
  lot: Array<Asked<Input, Answer>>,
): Promise<void> {
  try {
    const answers = await together(lot.map(({ input }) => input));
    for (const [at, { resolve }] of lot.entries()) resolve(answers[at]!);
  } catch (error) {
    if (lot.length === 1 || !isAboutWhatCame(error)) for (const { reject } of lot) reject(error);
    else for (const one of lot) await answer(together, [one]);
  }
}

/**
 * The database is there and refuses the statement: data (22), a rule (23), a limit of one item (54). Whatever else goes
 * wrong would go wrong for each of them, and everybody would wait for it twice.
 */
function isAboutWhatCame(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if ("code" in at && typeof at.code === "string" && /^(22|23|54)/.test(at.code)) return true;
  return false;
}
