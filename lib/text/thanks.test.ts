import { expect, test } from "vitest";
import { isThanks } from "./thanks";

const nothingMore = [
  "Thanks!",
  "thank you",
  "Thank you so much!",
  "Thanks a lot, Salma",
  "Many thanks for your quick reply 🙏",
  "Great, thanks!",
  "ok thx",
  "Cheers, Tom",
  "Thank you for your help. Have a nice day!",
  "Perfect, thank you very much!\n\nBest regards\nOdile Aubry",
  "It works now, thanks again!",
  "It arrived. Thank you!",
  "🙏",
  "👍❤️",
  "Much appreciated",
  "Super, merci !",
  "Merci",
  "Merci beaucoup pour votre réponse rapide.",
  "Un grand merci à toute l’équipe ❤️",
  "Je vous remercie. Bonne journée !",
  "Merci infiniment, Salma",
  "C’est parfait, merci",
  "Bien reçu, merci. Cordialement,\nClaire Dumontet",
  "Mille mercis !",
  "d'accord merci",
  "Merci, c’est très gentil",
  "Danke!",
  "Vielen Dank für die schnelle Antwort",
  "Herzlichen Dank, Frau Idrissi",
  "Danke schön, schönen Tag noch",
  "Super, danke. LG",
  "Besten Dank für Ihre Hilfe.\nMit freundlichen Grüßen\nHenrik Sörensen",
  "Alles klar, danke",
  "Bedankt!",
  "Dank je wel voor de snelle reactie",
  "Hartelijk dank, fijne dag nog!",
  "Top, dankjewel",
  "Heel erg bedankt voor uw hulp",
];

const notThanks = [
  "",
  "Hello",
  "thanks for nothing, still broken",
  "Thanks for nothing.",
  "Thanks, but it is still broken",
  "Thank you, when will it arrive?",
  "Thanks in advance",
  "Thanks anyway",
  "No thanks, I want my money back",
  "no, thank you",
  "Thanks. Unbelievable.",
  "Thanks. Where is my refund",
  "Thanks, my order is 48213",
  "thanks, see https://example.org",
  "Thank you but no",
  "Thanks, I am still waiting",
  "Thanks 😡",
  "thanks a lot 🙄",
  "Thank you. The second kettle leaks as well.",
  "Thanks. Please call me.",
  "Thanks, not.",
  "Merci pour rien",
  "Merci de me rappeler",
  "Merci d’avance",
  "Merci mais elle fuit toujours",
  "Merci. Et mon remboursement ?",
  "Non merci",
  "Merci, j’attends toujours",
  "merci quand même",
  "Merci de votre réponse mais ce n’est pas ce que je demande",
  "Danke für nichts",
  "Danke, aber der Topf ist kaputt",
  "Nein danke",
  "Danke im Voraus",
  "Danke, wann kommt er?",
  "Danke. Leider nicht gelöst",
  "Bedankt voor niets",
  "Alvast bedankt",
  "Nee, bedankt",
  "Bedankt maar hij lekt nog steeds",
  "Thank you for your help, you have been wonderful, and I will tell everybody about it, my sister above all, who has been looking for a pot like this one ever since she moved to Ghent, and my neighbour as well, I promise.",
];

test("there are enough of them", () => {
  expect(nothingMore.length + notThanks.length).toBeGreaterThan(60);
});

test.each(nothingMore)("nothing more than thanks: %s", (text) => {
  expect(isThanks(text)).toBe(true);
});

test.each(notThanks)("more than thanks, or none: %s", (text) => {
  expect(isThanks(text)).toBe(false);
});
