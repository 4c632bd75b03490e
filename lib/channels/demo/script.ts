import type { IdentityKind, Language } from "@/db/enums";

/** What a scripted customer does once, some seconds after its cause. `{date}` is the date that our answer named. */
export type Answer = { to: "a date" | "anything else"; afterSeconds: number; text: string };

export type Role = {
  key: string;
  name: string;
  language: Language;
  /** Where we write to them and they write from: "email" or the network that a channel plays. */
  reach: Array<{ on: string; kind: IdentityKind; value: string }>;
  answers: Answer[];
  /** What they do when nobody has answered so many seconds after the demo began. */
  unanswered: {
    afterSeconds: number;
    on: string;
    followers: number;
    text: string;
  } | null;
};

/** The part that plays while somebody looks. Everybody else in the demo keeps quiet. */
export const script: readonly Role[] = [
  {
    key: "claire",
    name: "Claire Dumontet",
    language: "fr",
    reach: [
      { on: "email", kind: "email", value: "c.dumontet@courriel.example" },
      { on: "bluesky", kind: "bluesky", value: "claire-d.example" },
    ],
    unanswered: {
      afterSeconds: 120,
      on: "bluesky",
      followers: 214,
      text: "Trois fois que je préviens @marmelune. Cocotte fendue, remboursement « promis », et rien. Commande 48213, si quelqu’un lit.",
    },
    answers: [
      {
        to: "a date",
        afterSeconds: 25,
        text: "Merci de me répondre, enfin. J’attends jusqu’à {date}, pas un jour de plus.\n\nClaire Dumontet",
      },
      {
        to: "anything else",
        afterSeconds: 30,
        text: "Merci pour votre message, mais il n’y a pas de date. Quand serai-je remboursée, exactement ?\n\nClaire Dumontet",
      },
    ],
  },
  {
    key: "ben",
    name: "Ben Okafor",
    language: "en",
    reach: [
      { on: "bluesky", kind: "bluesky", value: "benokafor.example" },
      { on: "email", kind: "email", value: "b.okafor@post.example" },
    ],
    unanswered: null,
    answers: [
      {
        to: "a date",
        afterSeconds: 35,
        text: "OK, {date} works. Thanks for picking this up. I will say so here too when the new kettle holds water.",
      },
      {
        to: "anything else",
        afterSeconds: 40,
        text: "Thanks for answering. My mail about the first kettle is 12 days old, order 47790. When can I expect a new one?",
      },
    ],
  },
  {
    key: "marek",
    name: "Marek Nowak",
    language: "en",
    reach: [{ on: "email", kind: "email", value: "marek.nowak@post.example" }],
    unanswered: null,
    answers: [
      {
        to: "a date",
        afterSeconds: 45,
        text: "Thank you, {date} is in time for the wedding. I am very relieved.\n\nMarek Nowak",
      },
      {
        to: "anything else",
        afterSeconds: 45,
        text: "Thank you for your answer. Will it be here before Saturday?\n\nMarek Nowak",
      },
    ],
  },
  {
    key: "paul",
    name: "Paul Rey",
    language: "fr",
    reach: [{ on: "email", kind: "email", value: "paul.rey@courriel.example" }],
    unanswered: null,
    answers: [{ to: "anything else", afterSeconds: 50, text: "Parfait, merci ! Paul Rey" }],
  },
  {
    key: "nora",
    name: "Nora Lindqvist",
    language: "en",
    reach: [
      { on: "email", kind: "email", value: "nora@noracooks.example" },
      { on: "instagram", kind: "instagram", value: "noracooks" },
    ],
    unanswered: null,
    answers: [
      {
        to: "anything else",
        afterSeconds: 60,
        text: "Very clear, thank you. I will send you the paragraph before it appears.\n\nNora",
      },
    ],
  },
];

/** Whose part it is when something goes to this address, handle or name; null for everybody without one. */
export function roleOf(to: readonly string[]): Role | null {
  const plain = to.map((each) => each.toLowerCase().replace(/^@/, ""));
  return (
    script.find(
      (role) =>
        plain.includes(role.name.toLowerCase()) || role.reach.some((each) => plain.includes(each.value)),
    ) ?? null
  );
}
