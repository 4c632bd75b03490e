import type { IdentityKind } from "@/db/enums";
import type { AgentKey } from "./people";
import { acknowledges, type ChannelKey, calls, replies, says, type Tale } from "./tale";
import type { Times } from "./times";

/** Everybody else who wrote: open, waiting for the customer, asleep. Ordinary questions, calmly asked. */
export function crowd(t: Times): Tale[] {
  return [...open(t), ...theirTurn(t), ...asleep(t)];
}

function open(t: Times): Tale[] {
  return [
    one(
      "fr",
      "Sylvie Garnier",
      "email",
      "Adresse de livraison",
      t.ago("38m"),
      "Bonjour, je viens de commander (48402) et j’ai laissé mon ancienne adresse. Est-il encore temps de la changer ? Merci d’avance, Sylvie Garnier",
      ["delivery"],
    ),
    one(
      "en",
      "Thomas Beck",
      "email",
      "Invoice in the company’s name",
      t.ago("4h50m"),
      "Hello, could you reissue the invoice for order 48290 in the name of Beck Catering, with our VAT number? Thank you.",
      ["invoice"],
    ),
    {
      ...one(
        "fr",
        "Farid Haddad",
        "form",
        "Poignée de couvercle",
        t.worked("11h"),
        "Bonjour, la poignée du couvercle de ma sauteuse s’est dévissée. Vendez-vous la pièce seule ?",
        ["question"],
      ),
      assignee: "jules",
    },
    one(
      "en",
      "Wim Claes",
      "form",
      "Which wood for the handle?",
      t.worked("1h40m"),
      "Hello, is the handle of the Lune spatula oak or beech, and may it go into the dishwasher?",
      ["question"],
    ),
    {
      ...one(
        "fr",
        "Isabelle Thévenet",
        "phone",
        "Colis annoncé livré, introuvable",
        t.worked("2h25m"),
        "Appel. Colis 48211 marqué livré hier, rien dans la boîte ni chez les voisins. Souhaite être rappelée, plutôt en fin de journée.",
        ["delivery"],
      ),
      assignee: "jules",
    },
    one("en", "Dries Maes", "instagram", undefined, t.ago("47m"), "Hey, do you ship to Luxembourg? 🙂", [
      "delivery",
    ]),
    {
      ...one(
        "fr",
        "Bastien Leroux",
        "mastodon",
        undefined,
        t.ago("1h05m"),
        "@marmelune le site plante quand je valide le panier, Firefox sur Linux. Ça vient de moi ?",
        ["website"],
      ),
      assignee: "tom",
    },
    one(
      "fr",
      "Caroline Petit",
      "email",
      "Carte cadeau non reçue",
      t.worked("9h15m"),
      "Bonjour, la carte cadeau que j’ai achetée pour ma sœur n’est jamais arrivée dans sa boîte. Son anniversaire est dans deux jours.",
      ["delivery"],
    ),
  ];
}

function theirTurn(t: Times): Tale[] {
  return [
    answered(
      one(
        "en",
        "Marie Claes",
        "email",
        "Scratch on the lid",
        t.workday(-3, "09:40"),
        "Hello, there is a scratch on the lid of my new pot. Order 47820.",
        ["broken"],
      ),
      t.workday(-3, "14:12"),
      "salma",
      "Hello Marie,\n\nI am sorry about the lid. Could you send me a photograph, so that I know which part to replace?\n\nSalma",
    ),
    answered(
      one(
        "fr",
        "Olivier Blanc",
        "email",
        "Échange de taille",
        t.workday(-2, "10:31"),
        "Bonjour, je voudrais échanger ma poêle 24 cm contre une 28. Elle est neuve.",
        ["return"],
      ),
      t.workday(-2, "16:40"),
      "jules",
      "Bonjour Monsieur Blanc,\n\nc’est possible, avec 12 € de différence. Est-ce que cela vous convient ?\n\nJules",
    ),
    answered(
      one(
        "en",
        "Anke De Smet",
        "instagram",
        undefined,
        t.workday(-1, "11:02"),
        "Is the green one darker in real life?",
        ["question"],
      ),
      t.workday(-1, "11:47"),
      "tom",
      "A little darker than on screen. Shall I send you a picture by daylight?",
    ),
    answered(
      one(
        "fr",
        "Julien Marchand",
        "form",
        "Plaque à induction",
        t.workday(-4, "18:20"),
        "Bonjour, ma cocotte n’est pas reconnue par ma plaque à induction.",
        ["question"],
      ),
      t.workday(-3, "10:05"),
      "salma",
      "Bonjour Julien,\n\nquel diamètre fait le foyer que vous utilisez ? Sous 12 cm, certaines plaques ne la détectent pas.\n\nSalma",
    ),
    answered(
      one(
        "en",
        "Robert Finch",
        "email",
        "Late parcel",
        t.workday(-2, "15:55"),
        "My order 48015 should have been here on Tuesday.",
        ["delivery"],
      ),
      t.workday(-1, "09:20"),
      "salma",
      "Hello Robert,\n\nthe carrier has it in Lyon again because the flat number was missing. Which one is it?\n\nSalma",
    ),
  ];
}

function asleep(t: Times): Tale[] {
  const back = t.workday(2, "09:00");
  return [
    {
      ...answered(
        one(
          "fr",
          "Hélène Faure",
          "email",
          "Pièce en commande",
          t.workday(-6, "09:15"),
          "Bonjour, le joint de ma cocotte est fendu, avez-vous la pièce ?",
          ["warranty"],
        ),
        t.workday(-6, "11:50"),
        "salma",
        `Bonjour Hélène,\n\nle joint arrive à l’atelier le ${t.name(back, "fr")}, je vous l’envoie le jour même.\n\nSalma`,
      ),
      status: "snoozed",
      snoozedUntil: back,
    },
    {
      ...answered(
        one(
          "en",
          "Joost Peeters",
          "phone",
          "Delivery on a fixed day",
          t.workday(-2, "09:30"),
          "Call. Wants order 48333 delivered only next week, on holiday until then.",
          ["delivery"],
        ),
        t.workday(-2, "09:36"),
        "ines",
        "Agreed with the carrier: held until he is back.",
      ),
      status: "snoozed",
      snoozedUntil: t.workday(4, "09:00"),
    },
    {
      ...answered(
        one(
          "fr",
          "Valérie Noël",
          "email",
          "Atelier cuisine du mois prochain",
          t.workday(-5, "13:50"),
          "Bonjour, reste-t-il deux places pour l’atelier de Lyon ?",
          ["question"],
        ),
        t.workday(-5, "15:10"),
        "jules",
        "Bonjour Valérie,\n\nla liste ouvre la semaine prochaine, je vous écris dès que je l’ai.\n\nJules",
      ),
      status: "snoozed",
      snoozedUntil: t.workday(5, "10:00"),
    },
  ];
}

/** One question, as it came in. */
export function one(
  language: "en" | "fr",
  name: string,
  channel: ChannelKey,
  subject: string | undefined,
  at: Date,
  text: string,
  tags: string[],
): Tale {
  const slug = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".");
  const domain = language === "fr" ? "courriel.example" : "post.example";
  const addresses: Record<ChannelKey, [IdentityKind, string]> = {
    email: ["email", `${slug}@${domain}`],
    form: ["email", `${slug}@${domain}`],
    mastodon: ["mastodon", `${slug.replaceAll(".", "")}@fourneau.example`],
    bluesky: ["bluesky", `${slug.replaceAll(".", "-")}.example`],
    instagram: ["instagram", slug],
    facebook: ["facebook", slug],
    shop: ["phone", `+33 6 39 98 ${digits(name, 2)} ${digits(subject ?? text, 2)}`],
    phone: ["phone", `+33 1 99 00 ${digits(name, 2)} ${digits(subject ?? text, 2)}`],
  };
  const isPublic = channel === "mastodon" || channel === "bluesky" || channel === "facebook";
  const mailed = channel === "email" || channel === "form";
  return {
    customer: { name, language, identities: [addresses[channel]] },
    channel,
    subject,
    tags,
    lines: [
      says(at, text, isPublic ? { public: true } : {}),
      ...(mailed ? [acknowledges(at, language)] : []),
    ],
  };
}

/** The same, with our answer; on the phone the answer is the call. */
export function answered(tale: Tale, at: Date, agent: AgentKey, text: string): Tale {
  const isPublic = tale.lines.some((line) => line.by === "customer" && line.public);
  const answer =
    tale.channel === "phone" || tale.channel === "shop"
      ? calls(at, agent, "reached", text)
      : replies(at, agent, text, isPublic ? { public: true } : {});
  return { ...tale, assignee: agent, lines: [...tale.lines, answer] };
}

/** Some digits that are always the same for the same words. */
function digits(words: string, count: number): string {
  let sum = 7;
  for (const letter of words) sum = (sum * 31 + letter.charCodeAt(0)) % 10 ** count;
  return String(sum).padStart(count, "0");
}
