import type { Language } from "@/db/enums";

/** What people ask and how it is answered, in words so plain that nobody searches for them. */
export const questions: Record<Language, readonly string[]> = {
  en: [
    "Hello, which size would you advise for a household of four? Thanks in advance.",
    "Good day, when does the order I placed last week arrive? It has not been announced yet.",
    "Hi, may the pan go into the oven, and up to which temperature?",
    "Hello, I received two of the same article and ordered one. What should I do with the second?",
    "Hello, the page asks for my address again each time. Is there a way around it?",
    "Good evening, do you have a spare handle for last year's series?",
    "Hi, I would like to send one item back, it does not fit our cooker.",
    "Hello, could I have the receipt once more? I cannot find the mail.",
    "Hello, how should I clean the base after something has burnt on?",
    "Good morning, is the grey version available in a shop near me?",
  ],
  fr: [
    "Bonjour, quelle taille me conseillez-vous pour quatre personnes ? Merci d’avance.",
    "Bonjour, quand arrive l’article acheté la semaine passée ? Rien n’est annoncé pour l’instant.",
    "Bonjour, la poêle va-t-elle au four, et jusqu’à quelle température ?",
    "Bonjour, j’ai reçu deux fois le même article. Que faire du second ?",
    "Bonjour, la page me redemande mon adresse à chaque visite. Comment l’éviter ?",
    "Bonsoir, avez-vous une anse de rechange pour la série de l’an dernier ?",
    "Bonjour, je voudrais rendre un article qui ne convient pas à notre cuisinière.",
    "Bonjour, pourriez-vous m’envoyer à nouveau le reçu ? Je ne trouve plus le message.",
    "Bonjour, comment nettoyer le fond quand quelque chose a attaché ?",
    "Bonjour, la version grise existe-t-elle dans une boutique près de chez moi ?",
  ],
};

export const answers: Record<Language, readonly string[]> = {
  en: [
    "Hello,\n\nthank you for asking. For four people the middle size is the usual choice; I have put the measures below.",
    "Hello,\n\nI have looked it up: it leaves us tomorrow, and you will get a message with the number.",
    "Hello,\n\nyes, up to 220 degrees, without the lid.",
    "Hello,\n\nthank you for telling us. A label is on its way, there is nothing for you to pay.",
    "Hello,\n\nwe have changed it in your account; it should not ask again.",
  ],
  fr: [
    "Bonjour,\n\nmerci pour votre question. Pour quatre personnes la taille moyenne est le choix habituel ; je vous mets les mesures ci-dessous.",
    "Bonjour,\n\nj’ai vérifié : le départ a lieu demain, vous recevrez un message avec le numéro.",
    "Bonjour,\n\noui, jusqu’à 220 degrés, sans le couvercle.",
    "Bonjour,\n\nmerci de nous l’avoir dit. Une étiquette est en route, vous n’avez rien à avancer.",
    "Bonjour,\n\nc’est corrigé dans votre compte ; la question ne devrait plus revenir.",
  ],
};

export const further: Record<Language, readonly string[]> = {
  en: [
    "One more thing: does the same hold for the small one?",
    "And until when at the latest?",
    "I see. Which of the two is lighter?",
  ],
  fr: [
    "Encore une chose : est-ce pareil pour la petite ?",
    "Et jusqu’à quand au plus tard ?",
    "Je vois. Laquelle des deux est la plus légère ?",
  ],
};

/** What makes a mail as long as mails are. */
export const asides: Record<Language, readonly string[]> = {
  en: [
    "I have used your things for years and never had to ask before.",
    "My neighbour has the same set and is very content with it, which is why I chose it.",
    "You can reach me best in the afternoon, from two o'clock on.",
    "I have looked at the leaflet and on your pages and did not find it there.",
    "There is no hurry, but I would like to know before the weekend.",
    "We cook for a lot of people on Sundays, so it is used a great deal.",
    "Thank you for your trouble, and for the friendly words on the card.",
    "Please tell me also what I would have to pay, should there be any costs.",
  ],
  fr: [
    "J’utilise vos ustensiles depuis des années et n’avais encore jamais eu à demander.",
    "Ma voisine a le même ensemble et en est très contente, c’est ce qui m’a décidée.",
    "Le plus simple est de me joindre l’après-midi, à partir de quatorze heures.",
    "J’ai regardé dans la notice et sur vos pages sans y trouver la réponse.",
    "Rien ne presse, mais j’aimerais le savoir avant la fin de la semaine.",
    "Nous cuisinons pour beaucoup de monde le dimanche, il sert donc énormément.",
    "Merci de la peine que vous prenez, et du petit mot sur la carte.",
    "Dites-moi aussi ce que j’aurais à régler, s’il devait y avoir des frais.",
  ],
};

export const thanks: Record<Language, string> = { en: "Perfect, thank you!", fr: "Parfait, merci !" };

export const acknowledgement: Record<Language, string> = {
  en: "Hello,\n\nyour message has arrived and a person will answer it.\n\nMarmelune",
  fr: "Bonjour,\n\nvotre message est bien arrivé et une personne va vous répondre.\n\nMarmelune",
};

export const subjects: Record<Language, readonly string[]> = {
  en: ["A question", "My purchase", "About the series", "Care and cleaning", "Second article"],
  fr: ["Une question", "Mon achat", "À propos de la série", "Entretien", "Second article"],
};

/** None of them is in the story that the demo tells. */
export const firstNames = [
  ...["Adèle", "Basile", "Célestine", "Damien", "Edwige", "Fabrice", "Gisèle", "Hugo", "Irène", "Jérémie"],
  ...[
    "Karine",
    "Ludovic",
    "Maëlle",
    "Norbert",
    "Ophélie",
    "Pascal",
    "Quitterie",
    "Rémi",
    "Solène",
    "Théodore",
  ],
  ...[
    "Agatha",
    "Bernard",
    "Charlotte",
    "Desmond",
    "Eleanor",
    "Francis",
    "Greta",
    "Harriet",
    "Ivor",
    "Josephine",
  ],
  ...["Klaas", "Leonora", "Mortimer", "Nigel", "Odette", "Prudence", "Ruben", "Sybil", "Tobias", "Ursula"],
] as const;

export const lastNames = [
  ...[
    "Abadie",
    "Barthès",
    "Castaing",
    "Delpech",
    "Estève",
    "Fabre",
    "Galinier",
    "Houdin",
    "Izard",
    "Jalabert",
  ],
  ...[
    "Kervella",
    "Labadie",
    "Mercadier",
    "Nougaret",
    "Ollier",
    "Pujol",
    "Quéré",
    "Rouquette",
    "Sabatier",
    "Tisseyre",
  ],
  ...[
    "Urbain",
    "Vialatte",
    "Wagner",
    "Ygouf",
    "Zeller",
    "Ashdown",
    "Birchall",
    "Crowther",
    "Dunstable",
    "Eastwick",
  ],
  ...[
    "Fairclough",
    "Garside",
    "Hollis",
    "Ibbotson",
    "Jessop",
    "Kettering",
    "Lindley",
    "Mossop",
    "Netherby",
    "Oakden",
  ],
  ...[
    "Pemberton",
    "Quayle",
    "Ridgway",
    "Stanhope",
    "Thackray",
    "Upshall",
    "Vickery",
    "Wetherby",
    "Yardley",
    "Zouch",
  ],
] as const;
