import type { PrivacyKind } from "@/db/enums";

/** What people write who use a right, English and French. Found words are only offered to a colleague, who decides. */
const phrases: ReadonlyArray<[PrivacyKind, RegExp]> = [
  [
    "erasure",
    /\b(delete|erase|remove|wipe) (all (of )?)?(my|the) (personal |customer )?(data|details|account and data|information)(?!\p{L})|\bright to (be forgotten|erasure)(?!\p{L})|\b(supprime[rz]?|effacer?|effacez|suppression|effacement) (de )?(toutes? )?(mes|les) donn[ée]es(?!\p{L})|\bdroit (à l[’']oubli|[àa] l[’']effacement)(?!\p{L})/iu,
  ],
  [
    "portability",
    /\bdata portability(?!\p{L})|\bportabilit[ée] (de mes|des) donn[ée]es(?!\p{L})|\bdroit [àa] la portabilit[ée](?!\p{L})/iu,
  ],
  [
    "rectification",
    /\bright to rectification(?!\p{L})|\b(correct|rectify) my (personal )?data(?!\p{L})|\bdroit de rectification(?!\p{L})|\brectifi(er|ez|cation) (de )?mes donn[ée]es(?!\p{L})/iu,
  ],
  [
    "objection",
    /\bobject to (the )?(processing|profiling)(?!\p{L})|\bstop (profiling|processing my data)(?!\p{L})|\bdroit d[’']opposition(?!\p{L})|\bm[’']oppose (au|à) (traitement|profilage)(?!\p{L})/iu,
  ],
  [
    "access",
    /\b(copy|list) of (all )?(of )?(my|the) (personal )?data(?!\p{L})|\bsubject access request(?!\p{L})|\bright of access(?!\p{L})|\bwhat data (do )?you (hold|have|keep)(?!\p{L})|\bdroit d[’']acc[èe]s(?!\p{L})|\bcopie de (toutes )?(mes|les) donn[ée]es(?!\p{L})|\bacc[èe]s [àa] mes donn[ée]es(?!\p{L})/iu,
  ],
  ["access", /\b(GDPR|RGPD|article 15|CNIL)(?!\p{L})/iu],
];

/** Longer words are read up to here: whoever asks says so early, and nothing may hang. */
const mostLetters = 20_000;

/** The kind of request that the words read like, the clearest phrase first; null for everything else. */
export function detectRequest(text: string): { kind: PrivacyKind; words: string } | null {
  const read = text.slice(0, mostLetters);
  for (const [kind, phrase] of phrases) {
    const found = phrase.exec(read);
    if (found) return { kind, words: found[0] };
  }
  return null;
}
