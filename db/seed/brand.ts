import { Temporal } from "temporal-polyfill";
import type { Language } from "@/db/enums";
import type { Json } from "@/lib/channels/channel";
import { type Schedule, type Weekday, weekdays } from "@/lib/clock/schedule";
import type { TeamKey } from "./people";
import type { ChannelKey } from "./tale";

export const brand = {
  name: "Marmelune",
  letter: "M",
  color: "#a85e36",
  colorDark: "#cf825a",
  language: "fr",
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

export const savedReplies: Array<[name: string, language: Language, text: string]> = [
  ["refund", "fr", "Le remboursement est parti aujourd’hui ; il sera sur votre compte sous 5 jours ouvrés."],
  ["refund", "en", "The refund left today; it will be on your account within 5 working days."],
  ["return", "fr", "Je vous envoie une étiquette de retour prépayée, vous n’avez rien à avancer."],
  ["return", "en", "I am sending you a prepaid return label; there is nothing for you to pay."],
  ["photo", "fr", "Pourriez-vous m’envoyer une photo, pour que je remplace la bonne pièce ?"],
  ["photo", "en", "Could you send me a photograph, so that I replace the right part?"],
  ["stock", "fr", "La Lune bleue revient dans quelques semaines ; je peux vous prévenir le jour même."],
  ["stock", "en", "The blue Lune is back in a few weeks; I can tell you on the day."],
  ["invoice", "fr", "Vous trouverez votre facture en pièce jointe, et dans votre compte."],
  ["invoice", "en", "Your invoice is attached, and in your account too."],
  ["safety", "fr", "N’utilisez plus l’article. Puis-je vous appeler aujourd’hui, et à quelle heure ?"],
  ["safety", "en", "Please stop using the item. May I call you today, and at what time?"],
];

export const views: Array<[name: string, query: string, sort: "due" | "longest"]> = [
  ["Refunds", "is:open tag:refund", "due"],
  ["Broken on arrival", "is:open tag:broken", "due"],
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
