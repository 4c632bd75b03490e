import { type SignalKind, signalKinds } from "@/db/enums";
import { plain } from "@/lib/imports/inspect";
import type { Cells, Read, Reading } from "@/lib/imports/sort";
import { cellOf, momentOf, moneyOf, offsetsOf } from "@/lib/imports/values";
import type { Signal } from "./signal";
import { decimalsOf } from "./sources/shapes";
import type { SignalRow } from "./store";
import { toRow } from "./to-row";

/** What a column of a file of signs can be, with the names that shops and programs give it. */
export const signalFields: Readonly<Record<string, readonly string[]>> = {
  date: [
    "date",
    "at",
    "order date",
    "date de commande",
    "date commande",
    "created at",
    "created",
    "date creation",
    "jour",
    "occurred at",
    "le",
  ],
  email: [
    "email",
    "e mail",
    "mail",
    "customer email",
    "adresse email",
    "adresse e mail",
    "courriel",
    "billing email",
    "email client",
  ],
  customerNumber: [
    "customer number",
    "customer id",
    "customer",
    "client",
    "numero client",
    "n client",
    "no client",
    "code client",
    "id client",
    "client id",
  ],
  name: [
    "billing name",
    "customer name",
    "full name",
    "nom complet",
    "nom client",
    "nom du client",

    "client name",
    "nom",
    "name",
  ],
  orderNumber: [
    "order number",
    "order id",
    "order",
    "commande",
    "numero de commande",
    "n de commande",
    "no commande",
    "n commande",
    "numero commande",
    "name",
    "reference",
  ],
  id: ["id", "event id", "identifiant", "transaction id"],
  kind: ["kind", "type", "event", "evenement", "signe", "status", "statut", "sort"],
  amount: [
    "amount",
    "total",
    "montant",
    "total ttc",
    "price",
    "prix",
    "total price",
    "montant ttc",
    "valeur",
    "value",
  ],
  currency: ["currency", "devise", "monnaie"],
  phone: ["phone", "telephone", "tel", "mobile", "portable", "billing phone"],
  product: ["product", "produit", "article", "item", "lineitem name", "designation"],
  reason: ["reason", "motif", "raison", "cause"],
  shop: ["shop", "store", "boutique", "magasin", "point de vente"],
  campaign: ["campaign", "campagne", "newsletter"],
  language: ["language", "langue", "locale"],
};

/** Words that files use for what happened, beside our own names. */
const kindWords: Readonly<Record<SignalKind, readonly string[]>> = {
  order_placed: [
    "order",
    "ordered",
    "order placed",
    "orders create",
    "purchase",
    "paid",
    "completed",
    "processing",
    "fulfilled",
    "commande",
    "commandee",
    "achat",
    "vente",
    "payee",
    "payee et expediee",
    "terminee",
    "expediee",
    "livree",
  ],
  order_returned: [
    "return",
    "returned",
    "refund",
    "refunded",
    "retour",
    "retournee",
    "remboursement",
    "remboursee",
    "rembourse",
  ],
  order_cancelled: [
    "cancelled",
    "canceled",
    "cancel",
    "order cancelled",
    "annulee",
    "annule",
    "annulation",
    "voided",
  ],
  subscription_ended: [
    "subscription ended",
    "subscription cancelled",
    "churned",
    "fin d abonnement",
    "abonnement resilie",
    "resiliation",
  ],
  unsubscribed: [
    "unsubscribe",
    "unsubscribed",
    "opt out",
    "optout",
    "desabonne",
    "desabonnement",
    "desinscription",
    "desinscrit",
  ],
  clicked: ["click", "clicked", "clic", "a clique"],
  visited: ["visit", "visited", "visite"],
  product_registered: [
    "registered",
    "product registered",
    "registration",
    "produit enregistre",
    "enregistrement",
    "garantie",
  ],
  counter_complaint: ["complaint", "counter complaint", "plainte", "reclamation", "plainte en boutique"],
  free_number_call: ["call", "phone call", "appel", "appel numero vert", "numero vert"],
  delivery_failed: [
    "delivery failed",
    "not delivered",
    "undelivered",
    "livraison echouee",
    "non livre",
    "non livree",
  ],
  payment_failed: [
    "payment failed",
    "failed",
    "declined",
    "paiement refuse",
    "paiement echoue",
    "echec de paiement",
    "impaye",
  ],
};

const kindOfWord = new Map<string, SignalKind>(
  signalKinds.flatMap((kind) => [
    [plain(kind), kind] as const,
    ...kindWords[kind].map((word) => [word, kind] as const),
  ]),
);

/** A code for what has still to be said before a file of signs can be read. */
export function missingOf(mapping: { [field: string]: string }, reading: Reading): string | null {
  if (!mapping.date) return "date";
  if (!mapping.email && !mapping.customerNumber && !mapping.phone && !mapping.orderNumber) return "who";
  if (!mapping.kind && !signalKinds.some((kind) => kind === reading.choices.kind)) return "kind";
  return reading.dateOrder === "ask" ? "order" : null;
}

/** Reads rows of one file. */
export function signalReader(reading: Reading): (cells: Cells) => Read<SignalRow> {
  const offsetAt = offsetsOf(reading.zone);
  const forAll = signalKinds.find((kind) => kind === reading.choices.kind) ?? null;
  return (cells) => {
    const kind = cells.kind ? (kindOfWord.get(plain(cells.kind)) ?? null) : forAll;
    if (kind === null) return { code: "kind", params: { value: shown(cells.kind) } };
    const at = momentOf(cells.date ?? "", reading.dateOrder, offsetAt);
    if (at === null) return { code: "date", params: { value: shown(cells.date) } };
    if (at.getTime() > Date.now() + 86_400_000)
      return { code: "future", params: { value: shown(cells.date) } };
    const money = cells.amount ? moneyOf(cells.amount, reading.decimal) : null;
    if (cells.amount && money === null) return { code: "amount", params: { value: shown(cells.amount) } };
    const currency =
      currencyOf(cells.currency) ?? money?.currency ?? currencyOf(reading.choices.currency) ?? "EUR";
    const signal: Signal = {
      kind,
      at: at.toISOString(),
      id: cells.id || undefined,
      customer: {
        email: cells.email,
        phone: cells.phone,
        customerNumber: cells.customerNumber,
        orderNumber: cells.orderNumber,
        name: cells.name,
        language: /^[a-z]{2}/i.exec(cells.language ?? "")?.[0].toLowerCase(),
      },
      amountMinor:
        money === null ? undefined : Math.round(Math.abs(money.amount) * 10 ** decimalsOf(currency)),
      currency: money === null ? undefined : currency,
      details: Object.fromEntries(
        (["product", "reason", "shop", "campaign"] as const).flatMap((name) => {
          const value = cells[name];
          return value ? [[name, value.slice(0, 300)]] : [];
        }),
      ),
    };
    const row = toRow(signal);
    if (row.keys.length === 0 && row.orderNumber === null)
      return { code: "nobody", params: { value: shown(cells.email ?? cells.phone) } };
    return { row };
  };
}

function currencyOf(text: string | undefined): string | null {
  const word = (text ?? "").trim().toUpperCase();
  return /^[A-Z]{3}$/.test(word) ? word : null;
}

/** Enough of a value to find it again in the file. */
function shown(value: string | undefined): string {
  return cellOf(value ?? "").slice(0, 40);
}
