import { expect, test } from "vitest";
import { acknowledgement } from "./acknowledgement";

const given = { brand: "Marmelune", reference: "2F7K9M", notice: null } as const;

test("the confirmation names the brand and the reference, in the visitor's language", () => {
  const english = acknowledgement({ ...given, language: "en", hours: null });
  expect(english.subject).toBe("Marmelune: your message has arrived (2F7K9M)");
  expect(english.text).toContain("Your reference: 2F7K9M");
  expect(english.text).not.toMatch(/[{}]|hour/);
  const french = acknowledgement({ ...given, language: "fr", hours: 4 });
  expect(french.subject).toBe("Marmelune\u00a0: votre message est arrivé (2F7K9M)");
  const noticed = acknowledgement({
    ...given,
    notice: "Parcels are late today.",
    language: "en",
    hours: null,
  });
  expect(noticed.text).toContain("\n\nParcels are late today.\n\n");
  expect(french.text).toContain("9 fois sur 10 en moins de 4 heures d’ouverture");
});
