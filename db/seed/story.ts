import { acknowledges, calls, type Line, notes, type Parent, replies, says, type Tale } from "./tale";
import type { Times } from "./times";

/** The ten that carry the demo, in the order in which the risk order will have to put them. */
export function story(t: Times): Tale[] {
  return [
    odile(t),
    ...ben(t),
    claire(t),
    marek(t),
    lucie(t),
    paul(t),
    giulia(t),
    ...backInStock(t),
    nora(t),
    yanis(t),
    henrik(t),
  ];
}

function odile(t: Times): Tale {
  return {
    customer: {
      name: "Odile Aubry",
      language: "fr",
      city: "Lille",
      identities: [["phone", "+33 6 39 98 04 17"]],
      facts: { orders: 3, shop: "Lille" },
    },
    channel: "shop",
    subject: "Cocotte qui a fumé, main brûlée",
    assignee: "ines",
    tags: ["safety"],
    mentions: ["ines"],
    lines: [
      says(
        t.worked("3h20m"),
        "Boutique de Lille, au comptoir. Mme Aubry est passée, très calme : sa cocotte Lune 24 cm a fumé dès la première cuisson, et elle s’est brûlé la main en la reposant. Elle ne réclame rien, elle voulait « juste prévenir ». Préfère qu’on l’appelle, après 14 h si possible.",
      ),
      notes(
        t.worked("3h05m"),
        "salma",
        "@Inès une brûlure, à rappeler toi-même ? Je demande le numéro de lot à Lille.",
      ),
    ],
  };
}

/** Two people for the product until somebody confirms that they are one. */
function ben(t: Times): Tale[] {
  return [
    {
      customer: {
        name: "Ben Okafor",
        language: "en",
        identities: [["bluesky", "benokafor.example"]],
        facts: { followers: 912 },
      },
      channel: "bluesky",
      tags: ["broken"],
      lines: [
        says(
          t.ago("1h35m"),
          "Second kettle from @marmelune, and this one leaks too. I wrote to them about the first one and heard nothing at all. Unacceptable. Is anyone there?",
          { public: true },
        ),
      ],
    },
    {
      customer: {
        name: "B. Okafor",
        language: "en",
        city: "Ghent",
        identities: [["email", "b.okafor@post.example"]],
        facts: { orders: 2 },
      },
      channel: "email",
      subject: "Kettle leaking at the base (order 47790)",
      assignee: "jules",
      tags: ["broken", "warranty"],
      lines: [
        says(
          t.day(-12, "19:21"),
          "Hello,\n\nthe kettle from order 47790 leaks at the base whenever it is more than half full. I have had it for five weeks. Could you send a new one, or tell me where to bring it? I live in Ghent.\n\nKind regards\nBen Okafor",
        ),
        acknowledges(t.day(-12, "19:21"), "en"),
      ],
    },
  ];
}

function claire(t: Times): Tale {
  const promised = t.name(t.workday(-1, "12:00"), "fr");
  return {
    customer: {
      name: "Claire Dumontet",
      language: "fr",
      city: "Lyon",
      identities: [
        ["email", "c.dumontet@courriel.example"],
        ["phone", "+33 6 39 98 48 13"],
        ["bluesky", "claire-d.example"],
      ],
      facts: { orders: 6, customerSince: 2021 },
    },
    channel: "form",
    subject: "Cocotte arrivée fendue",
    assignee: "salma",
    tags: ["refund", "broken"],
    lines: [
      says(
        t.workday(-9, "09:12"),
        "Bonjour,\n\nma cocotte est arrivée fendue. Commande 48213, c’était un cadeau pour ma mère. Que dois-je faire ?\n\nClaire Dumontet",
      ),
      acknowledges(t.workday(-9, "09:12"), "fr"),
      says(
        t.workday(-5, "15:32"),
        "Boutique de Lyon, au comptoir. Mme Dumontet est venue avec la cocotte fendue (commande 48213). Elle a écrit par le formulaire et n’a pas eu de réponse. Souhaite être remboursée, pas d’échange.",
        { channel: "shop" },
      ),
      calls(
        t.workday(-5, "15:40"),
        "jules",
        "settled",
        `Au comptoir à Lyon : je vous confirme le remboursement de 189 € d’ici ${promised}.`,
      ),
      says(
        t.ago("58m"),
        `Bonjour,\n\nle remboursement m’était promis pour ${promised}, et toujours rien. C’est la troisième fois que je vous préviens : le formulaire, la boutique, et maintenant ce mail. Sans réponse d’ici une heure, je raconte tout publiquement.\n\nClaire Dumontet\ncommande 48213`,
        { channel: "email", subject: "Troisième et dernier message" },
      ),
      notes(
        t.ago("41m"),
        "salma",
        "@Inès the refund for 48213 never left the bank queue. Who can push it now? I would rather give her a date than another apology.",
      ),
    ],
    mentions: ["ines"],
  };
}

function marek(t: Times): Tale {
  const first = t.worked("23h10m");
  return {
    customer: {
      name: "Marek Nowak",
      language: "en",
      city: "Ghent",
      identities: [["email", "marek.nowak@post.example"]],
      facts: { orders: 1 },
    },
    channel: "form",
    subject: "Mixer in pieces, wedding on Saturday",
    tags: ["broken", "delivery"],
    lines: [
      says(
        first,
        "Good afternoon,\n\nthe stand mixer (order 48377) arrived with the bowl cracked and the arm broken off. It is a present for a wedding on Saturday. Can a new one be here in time?\n\nKind regards\nMarek Nowak",
      ),
      acknowledges(first, "en"),
      says(
        t.ago("2h10m"),
        "Good morning, only to ask whether my message has reached you. If a replacement is not possible before Saturday, please tell me, so that I can find something else. Thank you.",
      ),
    ],
  };
}

function lucie(t: Times): Tale {
  return {
    customer: {
      name: "Lucie Ferrand",
      language: "fr",
      identities: [["instagram", "lucie.ferrand"]],
      facts: { followers: 340 },
    },
    channel: "instagram",
    team: "legal",
    assignee: "hannah",
    restrictedTo: ["hannah"],
    tags: ["legal"],
    lines: [
      says(
        t.ago("1h12m"),
        "Bonjour, ma fille a fait analyser les PFAS de votre revêtement à l’école et j’aimerais comprendre. Je vais en parler à la DGCCRF. Pouvez-vous me dire qui est votre responsable ? Merci d’avance.",
      ),
      notes(
        t.ago("55m"),
        "hannah",
        "First contact, calm, wants a name. I take it. Nobody else answers here, please.",
      ),
    ],
  };
}

function paul(t: Times): Tale {
  return {
    customer: {
      name: "Paul Rey",
      language: "fr",
      identities: [["email", "paul.rey@courriel.example"]],
      facts: { orders: 2 },
    },
    channel: "email",
    subject: "Facture commande 48102",
    tags: ["invoice"],
    lines: [
      says(
        t.workday(-1, "16:02"),
        "Bonjour, où est ma facture ? Commande 48102, il me la faut pour mes notes de frais. Merci. Paul Rey",
      ),
      acknowledges(t.workday(-1, "16:02"), "fr"),
    ],
  };
}

function giulia(t: Times): Tale {
  const promised = t.name(t.workday(1, "12:00"), "en");
  return {
    customer: {
      name: "Giulia Conti",
      language: "en",
      city: "Lyon",
      identities: [["email", "giulia.conti@post.example"]],
      facts: { orders: 4 },
    },
    channel: "email",
    subject: "Refund for the returned pan",
    status: "open",
    assignee: "salma",
    tags: ["refund"],
    lines: [
      says(
        t.workday(-3, "10:04"),
        "Hello, I sent the 28 cm pan back last week and the tracking says it is with you. When do I get my money back? Order 47955.",
      ),
      acknowledges(t.workday(-3, "10:04"), "en"),
      replies(
        t.workday(-2, "09:48"),
        "salma",
        `Hello Giulia,\n\nthe pan is here and in perfect order. I have released the refund of 74 €; it will be on your account by ${promised} at the latest. If it is not, write to me and I will see to it myself.\n\nSalma`,
      ),
      says(t.ago("3h05m"), "Grazie Salma, I will wait until then.", { thanks: true }),
    ],
  };
}

const inStock: Array<[string, string, string]> = [
  ["Amélie R.", "fr", "Elle revient quand, la bleue ?"],
  ["Jonas P.", "en", "Back in stock when?"],
  ["Sofie D.", "en", "Will the blue one be back in stock before Christmas?"],
  ["Karim B.", "fr", "De retour en stock bientôt ?"],
  ["Mathilde G.", "fr", "Et la 26 cm, elle revient aussi ?"],
  ["Lotte V.", "en", "Is it back in stock in the Ghent shop?"],
  ["Hugo T.", "fr", "C’est pour quand le réassort ?"],
  ["Emma W.", "en", "Back in stock soon?"],
  ["Nadia K.", "fr", "C’est prévu pour quand ?"],
  ["Peter L.", "en", "any date for the blue one?"],
  ["Chloé M.", "fr", "Stock en boutique à Nantes ?"],
  ["Inge S.", "en", "Back in stock?"],
];

function backInStock(t: Times): Tale[] {
  const parent: Parent = {
    externalId: "marmelune-post-lune-bleue",
    author: "Marmelune",
    text: "La Lune bleue, dans toutes les cuisines. Laquelle est la vôtre ?",
    url: null,
  };
  return inStock.map(([name, language, text], index) => ({
    customer: {
      name,
      language: language === "fr" ? "fr" : "en",
      identities: [["facebook", `reader-${2048 + index * 37}`]],
    },
    channel: "facebook",
    tags: ["stock"],
    lines: [says(t.ago(`${12 + index * 6}m`), text, { public: true, parent })] satisfies Line[],
  }));
}

function nora(t: Times): Tale {
  return {
    customer: {
      name: "Nora Lindqvist",
      language: "en",
      identities: [
        ["email", "nora@noracooks.example"],
        ["instagram", "noracooks"],
      ],
      facts: { followers: 48_000 },
      note: "Writes about kitchens, fair and precise. Quotes what we answer.",
    },
    channel: "email",
    subject: "Question about the enamel line",
    tags: ["press"],
    lines: [
      says(
        t.ago("2h40m"),
        "Hi there,\n\nI am testing enamel pots for an article that appears next week. Is the Lune line safe for induction at full power, and is the enamel made in France or only glazed there? No rush, any time this week is fine.\n\nNora Lindqvist",
      ),
      acknowledges(t.ago("2h40m"), "en"),
    ],
  };
}

function yanis(t: Times): Tale {
  return {
    customer: {
      name: "Yanis B.",
      language: "fr",
      identities: [["mastodon", "yanisb@fourneau.example"]],
      facts: { followers: 1204 },
    },
    channel: "mastodon",
    tags: ["praise"],
    lines: [
      says(t.ago("26m"), "Putain cette poêle !! Trois ans que je cherchais ça. Merci @marmelune, j’adore.", {
        public: true,
      }),
    ],
  };
}

function henrik(t: Times): Tale {
  const left = t.day(-9, "07:40");
  return {
    customer: {
      name: "Henrik Sørensen",
      language: "en",
      city: "Ghent",
      identities: [
        ["email", "h.sorensen@post.example"],
        ["phone", "+44 20 7946 0318"],
      ],
      facts: { orders: 31, usualDaysBetweenOrders: 19, daysSinceLastOrder: 64, product: "water filters" },
      unsubscribed: left,
    },
    channel: null,
    subject: "Orders stopped",
    tags: ["silent"],
    lines: [
      notes(
        t.worked("5h30m"),
        null,
        `Henrik ordered filters every 19 days for two years; the last order was 64 days ago. He left the newsletter on ${t.name(left, "en")}. Call, do not mail.`,
      ),
    ],
  };
}
