import { describe, expect, test } from "vitest";
import { findQuote } from "./quotes";

function visible(text: string, subject: string | null = "Re: kettle"): string {
  const at = findQuote(text, subject);
  return (at === null ? text : text.slice(0, at)).trim();
}

const answer = "Merci, mais rien n'est arrivé.";

describe("history is found", () => {
  test.each([
    [
      "Gmail EN",
      `${answer}\n\nOn Mon, Nov 16, 2026 at 10:12 AM Marmelune <care@marmelune.example> wrote:\n\n> Bonjour\n> Claire`,
    ],
    [
      "Gmail EN, folded",
      `${answer}\n\nOn Mon, Nov 16, 2026 at 10:12 AM Marmelune customer care <\ncare@marmelune.example> wrote:\n\n> Bonjour`,
    ],
    [
      "Gmail FR",
      `${answer}\n\nLe lun. 16 nov. 2026 à 10:12, Marmelune <care@marmelune.example> a écrit :\n\n> Bonjour`,
    ],
    [
      "Gmail DE",
      `${answer}\n\nAm Mo., 16. Nov. 2026 um 10:12 Uhr schrieb Marmelune <\ncare@marmelune.example>:\n\n> Bonjour`,
    ],
    [
      "Apple Mail EN",
      `${answer}\n\n> On 16 Nov 2026, at 10:12, Marmelune <care@marmelune.example> wrote:\n> \n> Bonjour`,
    ],
    [
      "iPhone FR",
      `${answer}\n\nEnvoyé de mon iPhone\n\n> Le 16 nov. 2026 à 10:12, Marmelune <care@marmelune.example> a écrit :\n> \n> ﻿Bonjour`,
    ],
    [
      "Apple Mail DE",
      `${answer}\n\nAm 16.11.2026 um 10:12 schrieb Marmelune <care@marmelune.example>:\n\n> Bonjour`,
    ],
    ["Thunderbird EN", `${answer}\n\nOn 11/16/26 10:12, Marmelune wrote:\n> Bonjour\n>\n> Salma`],
    ["Thunderbird FR", `${answer}\n\nLe 16/11/2026 à 10:12, Marmelune a écrit :\n> Bonjour`],
    ["Thunderbird DE", `${answer}\n\nAm 16.11.26 um 10:12 schrieb Marmelune:\n> Bonjour`],
    [
      "Outlook EN",
      `${answer}\n\nFrom: Marmelune <care@marmelune.example>\nSent: Monday, November 16, 2026 10:12 AM\nTo: Claire Dumontet\nSubject: Re: kettle\n\nBonjour`,
    ],
    [
      "Outlook FR",
      `${answer}\n\nDe : Marmelune <care@marmelune.example>\nEnvoyé : lundi 16 novembre 2026 10:12\nÀ : Claire Dumontet\nObjet : Re: kettle\n\nBonjour`,
    ],
    [
      "Outlook DE",
      `${answer}\n\nVon: Marmelune <care@marmelune.example>\nGesendet: Montag, 16. November 2026 10:12\nAn: Claire Dumontet\nBetreff: Re: kettle\n\nBonjour`,
    ],
    [
      "Outlook web",
      `${answer}\n\n________________________________\nFrom: Marmelune <care@marmelune.example>\nSent: Monday, November 16, 2026 10:12\nTo: Claire\nSubject: kettle\n\nBonjour`,
    ],
    [
      "Outlook, old",
      `${answer}\n\n-----Original Message-----\nFrom: Marmelune [mailto:care@marmelune.example]\n\nBonjour`,
    ],
    ["Outlook, old FR", `${answer}\n\n-----Message d'origine-----\nDe : Marmelune\n\nBonjour`],
    [
      "Yahoo EN",
      `${answer}\n\n    On Monday, November 16, 2026 at 10:12:00 AM GMT+1, Marmelune <care@marmelune.example> wrote:  \n \n Bonjour\n Claire`,
    ],
    [
      "Yahoo FR",
      `${answer}\n\n    Le lundi 16 novembre 2026 à 10:12:00 UTC+1, Marmelune <care@marmelune.example> a écrit :  \n \n Bonjour`,
    ],
    ["bare >", `${answer}\n\n> Bonjour\n> Claire`],
    [
      "Spanish",
      `${answer}\n\nEl lun, 16 nov 2026 a las 10:12, Marmelune (<care@marmelune.example>) escribió:\n\n> Bonjour`,
    ],
    [
      "Italian",
      `${answer}\n\nIl giorno lun 16 nov 2026 alle ore 10:12 Marmelune <care@marmelune.example> ha scritto:\n\n> Bonjour`,
    ],
    [
      "Dutch",
      `${answer}\n\nOp ma 16 nov 2026 om 10:12 schreef Marmelune <care@marmelune.example>:\n\n> Bonjour`,
    ],
  ])("%s", (_name, text) => {
    expect(visible(text).replace(/\n+Envoyé de mon iPhone$/, "")).toBe(answer);
  });
});

describe("nothing of the customer is hidden", () => {
  test.each([
    [
      "an answer below the quote",
      "On 16 Nov 2026, Marmelune <care@marmelune.example> wrote:\n> Which colour?\n\nThe blue one.",
    ],
    [
      "answers in between",
      "On 16 Nov 2026 at 10:12, Marmelune wrote:\n> Which colour?\nBlue.\n> Which size?\nLarge.",
    ],
    ["only a quote", "> Bonjour\n> Claire"],
    ["words that look like an attribution", "On the box you wrote:\nfit for the oven. It is not."],
    ["From: in a sentence", "From: the kitchen of Nora Lindqvist\nI have a question about the mixer."],
    ["Le … a écrit", "Le vendeur a écrit : remboursé vendredi. Rien."],
    ["dashes", "My list:\n-----\nkettle\n-----\nmixer"],
  ])("%s", (_name, text) => {
    expect(findQuote(text, null)).toBeNull();
  });

  test("a forwarded mail is what the customer wants to show", () => {
    const text =
      "See below.\n\nFrom: shop@example.org\nSent: Monday\nTo: Ben\nSubject: order\n\nYour order is lost.";
    expect(findQuote(text, "FW: order")).toBeNull();
    expect(findQuote(text, "TR : order")).toBeNull();
    expect(findQuote(text, "Re: order")).toBe("See below.\n\n".length);
  });

  test("a sentence right above the attribution stays", () => {
    const text =
      "Le colis est vide\nLe lun. 16 nov. 2026 à 10:12, Marmelune <\ncare@marmelune.example> a écrit :\n> A";
    expect(visible(text)).toBe("Le colis est vide");
    expect(visible(text.replace("\n> A", "\nA"))).toBe("Le colis est vide");
  });

  test("words between two quotes keep the first one visible too", () => {
    const text = "On 16 Nov 2026 at 10:12, Tom <t@marmelune.example> wrote:\n> A?\n\nYes.\n\n> B\n> C";
    expect(visible(text)).toMatch(/Yes\.$/);
  });
});

test.each([
  ["On a 1 wrote", 100_000],
  ["> ", 100_000],
  ["From: a\n", 200_000],
  ["On 1 ", 100_000],
  ["-", 100_000],
  ["\n", 300_000],
  ["Le 1 <a@b> ", 240_000],
  [" ", 240_000],
])("hostile repetition of %j is bounded", (piece, size) => {
  const started = process.cpuUsage();
  findQuote(piece.repeat(size / piece.length), null);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
});
