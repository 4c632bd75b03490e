/** How much of everything: `full` by hand, `ci` in every test run. */
export type Amounts = {
  mails: number;
  poison: number;
  killsWhileArriving: number;
  replies: number;
  killsWhileLeaving: number;
  mailsWhileAway: number;
  awaySeconds: number;
  awayHow: ReadonlyArray<"stopped" | "frozen">;
};

export const amounts: { full: Amounts; ci: Amounts } = {
  full: {
    mails: 200,
    poison: 5,
    killsWhileArriving: 12,
    replies: 100,
    killsWhileLeaving: 12,
    mailsWhileAway: 40,
    awaySeconds: 20,
    awayHow: ["stopped", "frozen"],
  },
  ci: {
    mails: 60,
    poison: 1,
    killsWhileArriving: 2,
    replies: 20,
    killsWhileLeaving: 2,
    mailsWhileAway: 10,
    awaySeconds: 5,
    awayHow: ["stopped"],
  },
};
