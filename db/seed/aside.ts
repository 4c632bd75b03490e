import { dueAfterMonths } from "@/lib/privacy/due-date";
import { acknowledges, notes, replies, says, type Tale } from "./tale";
import type { Times } from "./times";

/** Beside the story: what every desk also has. A request with a legal date, a draft to be read, a bounce, spam. */
export function aside(t: Times): Tale[] {
  return [privacyRequest(t), julesDraft(t), bounced(t), ...spam(t)];
}

function privacyRequest(t: Times): Tale {
  const asked = t.workday(-4, "11:20");
  const due = dueAfterMonths(asked, 1, "Europe/Paris");
  return {
    customer: {
      name: "Agathe Morel",
      language: "fr",
      identities: [["email", "agathe.morel@courriel.example"]],
    },
    channel: "email",
    subject: "Demande d’accès à mes données (article 15 du RGPD)",
    team: "legal",
    assignee: "hannah",
    tags: ["privacy"],
    lines: [
      says(
        asked,
        "Madame, Monsieur,\n\nje vous demande une copie de toutes les données que vous détenez à mon sujet, ainsi que la liste de ceux à qui elles ont été transmises.\n\nAgathe Morel",
      ),
      acknowledges(asked, "fr"),
      notes(
        t.workday(-4, "14:05"),
        "hannah",
        `Article 15 request, complete answer due by ${t.name(due, "en")}. Identity is clear: same address as her orders.`,
      ),
      replies(
        t.workday(-3, "09:30"),
        "hannah",
        `Bonjour Madame Morel,\n\nvotre demande est bien enregistrée. Vous recevrez la copie complète au plus tard le ${t.name(due, "fr")}.\n\nHannah Whitlock`,
      ),
    ],
    status: "snoozed",
    snoozedUntil: t.workday(6, "09:00"),
  };
}

function julesDraft(t: Times): Tale {
  return {
    customer: {
      name: "Damien Roussel",
      language: "fr",
      city: "Lyon",
      identities: [["email", "damien.roussel@courriel.example"]],
      facts: { orders: 1 },
    },
    channel: "email",
    subject: "Manche desserré après trois semaines",
    assignee: "jules",
    tags: ["warranty"],
    mentions: ["tom"],
    lines: [
      says(
        t.worked("6h40m"),
        "Bonjour, le manche de ma sauteuse bouge après trois semaines d’usage normal. Est-ce pris en garantie, et dois-je payer le retour ? Commande 48120.",
      ),
      acknowledges(t.worked("6h40m"), "fr"),
      notes(
        t.worked("1h30m"),
        "jules",
        "@Tom mon brouillon est prêt, tu peux le relire avant que je l’envoie ? Je ne suis pas sûr pour les frais de retour.",
      ),
    ],
    asks: {
      agent: "jules",
      approver: "tom",
      at: t.worked("1h25m"),
      text: "Bonjour Monsieur Roussel,\n\nun manche qui bouge après trois semaines, c’est bien sûr pris en garantie. Je vous envoie une étiquette de retour prépayée, vous n’avez rien à avancer.\n\nBien à vous,\nJules",
    },
  };
}

function bounced(t: Times): Tale {
  const asked = t.workday(-2, "17:10");
  return {
    customer: {
      name: "Rosa Vermeulen",
      language: "en",
      identities: [["email", "rosa.vermeulen@pots.example"]],
    },
    channel: "form",
    subject: "Which lid fits the 28 cm pan?",
    assignee: "salma",
    tags: ["question"],
    lines: [
      says(asked, "Hello, does the glass lid of the 28 cm casserole also fit the 28 cm pan? Thanks, Rosa"),
      acknowledges(asked, "en"),
      replies(
        t.worked("4h10m"),
        "salma",
        "Hello Rosa,\n\nyes, it does: both rims measure 28.2 cm. The lid is 24 € in the shop in Ghent and online.\n\nSalma",
        { bounced: true },
      ),
    ],
  };
}

function spam(t: Times): Tale[] {
  const offers: Array<[string, string, string]> = [
    [
      "SEO Team Delta",
      "seo@delta-rank.example",
      "We looked at your website and found 37 errors. First page of every search engine in 14 days, guaranteed. Reply YES.",
    ],
    [
      "Miranda Gold",
      "invest@gold-now.example",
      "Dear friend, a fund of 4.2 million is waiting for your confirmation. Please answer with your bank details today.",
    ],
    [
      "Container Trade Ltd",
      "sales@container-trade.example",
      "We are leading supplier of steel pot, pan, wok. Best price FOB. Please send your demand for quote.",
    ],
  ];
  return offers.map(([name, email, text], index) => ({
    customer: { name, language: "en", identities: [["email", email]] },
    channel: "email",
    subject: text.slice(0, 40),
    status: "spam",
    lines: [says(t.ago(`${5 + index * 21}h13m`), text)],
  }));
}
