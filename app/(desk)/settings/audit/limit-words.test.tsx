import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import type { Language } from "@/db/enums";
import type { AuditLine } from "@/lib/audit/read-audit";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import { useLimitWords } from "./limit-words";

const messages = { en, fr };
const person = "01a203dc-c059-75df-b7e4-ee7d0ec1787f";

function said(language: Language, before: AuditLine["before"], after: AuditLine["after"]): string {
  function Words() {
    const line: AuditLine = {
      id: "1",
      event: "organisation.changed",
      at: "2026-11-22T10:00:00Z",
      by: "Hannah Whitlock",
      about: null,
      before,
      after,
    };
    return useLimitWords()(line, { [person]: "Jules Lemaire" }) ?? "nothing";
  }
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={messages[language]} timeZone="Europe/Paris">
      <Words />
    </IntlProvider>,
  ).replaceAll(/[\u00a0\u202f]/g, " ");
}

test("who changed a gesture limit is told with whose it was, what it was and what it is", () => {
  const after = { gestureLimit: "agent", amountMinor: 0, currency: "EUR" };
  expect(said("en", { amountMinor: 5000 }, after)).toBe("changed what Agent may give as gestures: €50 → €0");
  expect(said("fr", { amountMinor: 5000 }, after)).toContain("50 € → 0 €");
  const own = { gestureLimit: person, amountMinor: 1050, currency: "EUR" };
  expect(said("en", { amountMinor: null }, own)).toBe(
    "changed what Jules Lemaire may give as gestures: the limit of their role → €10.50",
  );
  expect(said("en", { zone: "UTC" }, { zone: "Europe/Paris" })).toBe("nothing");
});
