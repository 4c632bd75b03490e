import { describe, expect, test } from "vitest";
import { merelyRedirects } from "./redirect";

describe("sends them round again", () => {
  test.each([
    "Hello Ben, please contact our customer service.",
    "@benokafor.example Sorry! Please send us a private message.",
    "Hi, could you drop us a DM with your order number?",
    "Send us a private message and we will look into it.",
    "Please reach out to our support team at care@marmelune.example.",
    "You can call our hotline from 9 to 18.",
    "Please use our contact form.",
    "Bonjour, merci de contacter notre service client.",
    "Veuillez nous écrire à care@marmelune.example.",
    "Nous vous invitons à nous contacter par mail.",
    "Contactez-nous en message privé, merci.",
    "Bonjour Claire, envoyez-nous un message privé avec votre numéro de commande.",
    "N’hésitez pas à appeler le service clients.",
    "En MP svp",
  ])("%s", (text) => expect(merelyRedirects(text)).toBe(true));
});

describe("answers", () => {
  test.each([
    "Ben, a new kettle leaves today and is with you on Tuesday.",
    "Sorry, Ben. You told us on the 11th and we missed it; I have just written to you with a way out.",
    "Nous vous avons écrit en privé.",
    "Le virement part ce jour, il sera sur votre compte mercredi.",
    "Yes, it is safe on induction at full power.",
    "The pot is back in stock on Friday. If it is not, please contact me: I keep one aside in the Lyon shop under your name until Monday evening, and the price stays the one of the autumn sale for you.",
    "",
  ])("%s", (text) => expect(merelyRedirects(text)).toBe(false));
});
