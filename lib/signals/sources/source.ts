import type { Signal } from "@/lib/signals/signal";

/** What came, byte for byte, and what was said around it. */
export type Delivery = { headers: Headers; body: Uint8Array; now: Date };

/** `repeat` names a signature that must not be good twice; null where an id in the body makes a repeat harmless. */
export type Verdict = { is: "good"; repeat: string | null } | { is: "wrong" | "late" };

/** One kind of sender: how it proves itself, and how its words become signs. Pure. */
export type Source = {
  /** `theirs`: the other side shows a secret, which is copied here. `ours`: we make one. */
  secret: "ours" | "theirs";
  /** It cannot sign, so that the secret stands in the address. */
  isInAddress: boolean;
  verify(secret: string, delivery: Delivery): Verdict;
  /** Signs, none for what does not matter here. Throws for what it cannot read. */
  read(delivery: Delivery): Signal[];
};

/** Text of the body. Throws for bytes that are no UTF-8. */
export function textOf(body: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(body);
}
