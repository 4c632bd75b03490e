import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import { useDueWords } from "@/app/(desk)/promises/use-due-words";
import type { Language } from "@/db/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import { useReason } from "./reason";

const messages = { en, fr };

/** What somebody in Tokyo reads of the house's promises. */
function read(language: Language, Words: () => string): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={messages[language]} timeZone="Asia/Tokyo">
      <Words />
    </IntlProvider>,
  );
}

test("a promise is named by the house's day in a row and in the panel, wherever it is read", () => {
  const reason = (at: string) =>
    function Words() {
      return useReason()({ code: "promise_broken", params: { at } });
    };
  const due = (promisedFor: string) =>
    function Words() {
      return useDueWords()(promisedFor);
    };
  expect(read("en", reason("2026-11-19"))).toBe("promised for Thursday, not kept");
  expect(read("fr", reason("2026-11-19T18:00"))).toContain("jeudi");
  expect(read("en", due("2026-11-19"))).toMatch(/^Thursday,? (19 Nov|Nov 19)$/);
  expect(read("en", due("2026-11-19T18:00"))).toMatch(/Thursday.*(18:00|06:00 PM)/);
  expect(read("fr", due("2026-11-19"))).toBe("jeudi 19 nov.");
});
