import { cookies, headers } from "next/headers";
import { type Language, languages } from "@/db/enums";
import { preferredLanguage } from "@/lib/sentences";

export const languageCookie = "avant-language";
export const themeCookie = "avant-theme";

/** The reader's language: what they chose in this browser, then their own setting, then what the browser asks for. */
export async function locale(setting: Language | null = null): Promise<Language> {
  const chosen = (await cookies()).get(languageCookie)?.value;
  return (
    languages.find((language) => language === chosen) ??
    setting ??
    preferredLanguage((await headers()).get("accept-language"))
  );
}

/** "light" or "dark" when this browser was told so; undefined follows the system. */
export async function theme(): Promise<"light" | "dark" | undefined> {
  const chosen = (await cookies()).get(themeCookie)?.value;
  return chosen === "light" || chosen === "dark" ? chosen : undefined;
}
