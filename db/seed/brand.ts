import { Temporal } from "temporal-polyfill";
import type { Json } from "@/lib/channels/channel";
import { type Schedule, type Weekday, weekdays } from "@/lib/clock/schedule";
import type { MacroAction } from "@/lib/macros/actions";
import type { TeamKey } from "./people";
import type { ChannelKey } from "./tale";

export const brand = {
  name: "Marmelune",
  letter: "M",
  color: "#a85e36",
  colorDark: "#cf825a",
  language: "fr",
  publicContacts: ["marmelune.example", "care@marmelune.example", "+33 4 65 71 04 00"],
  signature: "Marmelune, 14 boutiques et une adresse : care@marmelune.example",
} as const;

/**
 * Monday to Friday with a lunch break. The demo always begins on a Monday morning: started at another hour, the
 * sample brand lives in the zone where it is nine o'clock, and today opens its week after two closed days.
 */
export function openingHours(now: Date): Schedule {
  const paris = localTime(now, "Europe/Paris");
  if (paris.weekday === "mon" && paris.hour >= 9 && paris.hour < 11)
    return { ...weekFrom("mon"), zone: "Europe/Paris" };
  const ahead = 9 - now.getUTCHours() < -12 ? 33 - now.getUTCHours() : 9 - now.getUTCHours();
  // The names of these zones count backwards: Etc/GMT-2 is two hours ahead of UTC.
  const zone = ahead === 0 ? "UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
  return { ...weekFrom(localTime(now, zone).weekday), zone };
}

function weekFrom(monday: Weekday): Omit<Schedule, "zone"> {
  const day: Schedule["week"]["mon"] = [
    ["09:00", "12:30"],
    ["13:30", "18:00"],
  ];
  const first = weekdays.indexOf(monday);
  const hours = (weekday: Weekday) => ((weekdays.indexOf(weekday) - first + 7) % 7 < 5 ? day : []);
  const week = {
    mon: hours("mon"),
    tue: hours("tue"),
    wed: hours("wed"),
    thu: hours("thu"),
    fri: hours("fri"),
    sat: hours("sat"),
    sun: hours("sun"),
  };
  return { week, exceptions: [] };
}

function localTime(now: Date, zone: string): { weekday: Weekday; hour: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return { weekday: weekdays[local.dayOfWeek - 1]!, hour: local.hour };
}

/**
 * Where the brand can be reached. `plays` is the network that a demo channel stands for; it is connected to
 * nothing outside. `targetHours` is the opening time in which people expect a first answer there.
 */
export const channels: Record<
  ChannelKey,
  { kind: string; name: string; team: TeamKey; address: string | null; plays?: string; targetHours: number }
> = {
  email: {
    kind: "email",
    name: "care@marmelune",
    team: "care",
    address: "care@marmelune.example",
    targetHours: 24,
  },
  form: { kind: "form", name: "Contact form", team: "care", address: "contact", targetHours: 24 },
  mastodon: {
    kind: "demo",
    name: "@marmelune (Mastodon)",
    team: "social",
    address: "mastodon",
    plays: "mastodon",
    targetHours: 2,
  },
  bluesky: {
    kind: "demo",
    name: "@marmelune (Bluesky)",
    team: "social",
    address: "bluesky",
    plays: "bluesky",
    targetHours: 2,
  },
  instagram: {
    kind: "demo",
    name: "marmelune (Instagram)",
    team: "social",
    address: "instagram",
    plays: "instagram",
    targetHours: 2,
  },
  facebook: {
    kind: "demo",
    name: "Marmelune (Facebook)",
    team: "social",
    address: "facebook",
    plays: "facebook",
    targetHours: 2,
  },
  shop: {
    kind: "demo_notes",
    name: "Shop notes",
    team: "care",
    address: "shop",
    plays: "shop",
    targetHours: 4,
  },
  phone: {
    kind: "demo_notes",
    name: "Phone",
    team: "care",
    address: "phone",
    plays: "phone",
    targetHours: 4,
  },
};

/** After our first answer: how soon the next one is due. */
export const nextResponseHours = 1;

/** Five days of opening hours, of our turns alone: how soon a conversation is to be resolved. */
export const resolutionHours = 45;

/** What is promised to whoever was hurt, from the day on which the sample is made. */
export const safetyMinutes = 30;

/** Ten of them are models for somebody in their first weeks. */
export const savedReplies: Array<{ name: string; isModel: boolean; fr: string; en: string }> = [
  {
    name: "refund",
    isModel: true,
    fr: "Bonjour {{customer.first_name}},\n\nLe remboursement de votre commande {{customer.order}} est parti aujourd’hui ; il sera sur votre compte sous 5 jours ouvrés.",
    en: "Hello {{customer.first_name}},\n\nThe refund of your order {{customer.order}} left today; it will be on your account within 5 working days.",
  },
  {
    name: "return",
    isModel: true,
    fr: "Bonjour {{customer.first_name}},\n\nJe vous envoie une étiquette de retour prépayée, vous n’avez rien à avancer.",
    en: "Hello {{customer.first_name}},\n\nI am sending you a prepaid return label; there is nothing for you to pay.",
  },
  {
    name: "photo",
    isModel: true,
    fr: "Pourriez-vous m’envoyer une photo, pour que je remplace la bonne pièce ?",
    en: "Could you send me a photograph, so that I replace the right part?",
  },
  {
    name: "stock",
    isModel: true,
    fr: "La Lune bleue revient dans quelques semaines ; je peux vous prévenir le jour même.",
    en: "The blue Lune is back in a few weeks; I can tell you on the day.",
  },
  {
    name: "invoice",
    isModel: true,
    fr: "Bonjour {{customer.first_name}},\n\nVous trouverez votre facture en pièce jointe, et dans votre compte.",
    en: "Hello {{customer.first_name}},\n\nYour invoice is attached, and in your account too.",
  },
  {
    name: "safety",
    isModel: true,
    fr: "N’utilisez plus l’article. Puis-je vous appeler aujourd’hui, et à quelle heure ?",
    en: "Please stop using the item. May I call you today, and at what time?",
  },
  {
    name: "sorry, we are late",
    isModel: true,
    fr: "Bonjour {{customer.first_name}},\n\nVous nous avez écrit et nous n’avons pas répondu à temps ; je vous présente nos excuses. Voici où en est votre demande :",
    en: "Hello {{customer.first_name}},\n\nYou wrote to us and we did not answer in time; I am sorry. This is where your request stands:",
  },
  {
    name: "parcel",
    isModel: true,
    fr: "Bonjour {{customer.first_name}},\n\nJ’ai demandé au transporteur où se trouve la commande {{customer.order}}. Je vous écris dès que je le sais, demain midi au plus tard.",
    en: "Hello {{customer.first_name}},\n\nI have asked the carrier where order {{customer.order}} is. I will write as soon as I know, by noon tomorrow at the latest.",
  },
  {
    name: "broken on arrival",
    isModel: true,
    fr: "Bonjour {{customer.first_name}},\n\nUn article neuf part aujourd’hui ; gardez l’ancien, nous viendrons le chercher si nous en avons besoin.",
    en: "Hello {{customer.first_name}},\n\nA new one leaves today; keep the broken one, we will collect it if we need it.",
  },
  {
    name: "thanks for telling us",
    isModel: true,
    fr: "Merci de nous l’avoir dit, {{customer.first_name}}. C’est transmis à l’atelier, sous la référence {{conversation.number}}.",
    en: "Thank you for telling us, {{customer.first_name}}. The workshop has it, under {{conversation.number}}.",
  },
  {
    name: "opening hours",
    isModel: false,
    fr: "Nous répondons du lundi au vendredi de 9 h à 18 h, et le samedi matin.",
    en: "We answer from Monday to Friday, 9:00 to 18:00, and on Saturday morning.",
  },
];

/** What is done often in one go: words in both languages, and what follows them. */
export const macros: Array<{ name: string; fr: string; en: string; actions: MacroAction[] }> = [
  {
    name: "Replace and apologise",
    fr: "Bonjour {{customer.first_name}},\n\nJe suis désolée pour cette mauvaise surprise. Un article neuf part aujourd’hui à la même adresse, et vous gardez celui que vous avez.",
    en: "Hello {{customer.first_name}},\n\nI am sorry about this bad surprise. A new one leaves today for the same address, and you keep the one you have.",
    actions: [
      { do: "assign", agentId: "me" },
      { do: "tag", name: "broken" },
      { do: "note", text: "Replacement promised for today: {{conversation.number}}." },
      { do: "resolve" },
    ],
  },
  {
    name: "Refund by Friday",
    fr: "Bonjour {{customer.first_name}},\n\nVotre remboursement est demandé ; il sera sur votre compte vendredi au plus tard. Je vérifie moi-même ce jour-là qu’il est bien arrivé.",
    en: "Hello {{customer.first_name}},\n\nYour refund is under way; it will be on your account by Friday. I will check that day myself that it has arrived.",
    actions: [
      { do: "assign", agentId: "me" },
      { do: "tag", name: "refund" },
      { do: "snooze", until: "friday" },
    ],
  },
];

export const views: Array<[name: string, query: string, sort: "left" | "longest"]> = [
  ["Refunds", "is:open tag:refund", "left"],
  ["Broken on arrival", "is:open tag:broken", "left"],
  ["Legal", "is:open team:legal", "longest"],
];

/** The settings of each channel, as its own schema wants them. `mailPort` is where the scripted customers get mail. */
export function configOf(key: ChannelKey, mailPort: number): { [name: string]: Json } {
  const { address, plays } = channels[key];
  switch (key) {
    case "email":
      return {
        address,
        displayName: brand.name,
        smtpHost: "127.0.0.1",
        smtpPort: mailPort,
        smtpSecurity: "none",
      };
    case "form":
      return { slug: address };
    case "shop":
    case "phone":
      return { plays: key, acknowledgement: false };
    default:
      return { plays: plays ?? key };
  }
}
