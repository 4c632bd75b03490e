import type { Json } from "@/lib/channels/channel";
import { cleanLine } from "@/lib/text/clean";
import { makeStorable } from "@/lib/text/storable";
import { externalIdOf, keysOf } from "./keys-of";
import type { Signal } from "./signal";
import type { SignalRow } from "./store";

/** A sign as it was told → as it is stored. Pure. */
export function toRow(signal: Signal): SignalRow {
  const keys = keysOf(signal.customer);
  const details: { [name: string]: Json } = structuredClone(signal.details ?? {});
  makeStorable(details);
  const orderNumber = cleanLine(signal.customer.orderNumber ?? "", 100) || null;
  if (orderNumber !== null && details.order === undefined) details.order = orderNumber;
  return {
    kind: signal.kind,
    at: new Date(signal.at),
    externalId: externalIdOf(signal, keys),
    keys,
    orderNumber,
    name: cleanLine(signal.customer.name ?? "", 200) || null,
    language: signal.customer.language ?? null,
    amountMinor: signal.amountMinor ?? null,
    currency: signal.currency ?? null,
    details,
  };
}
