import "./globals.css";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readTheme } from "@/lib/agents/read-theme";
import { currentActor } from "./_server/actor";
import { locale, theme } from "./_server/locale";
import { pick } from "./_server/words";
import { TooltipsLater } from "./_ui/tooltips-later";
import { Words } from "./_ui/words";

export const metadata: Metadata = {
  title: { default: "Avant", template: "%s · Avant" },
  robots: { index: false, follow: false },
  referrer: "same-origin",
  icons: { icon: { url: "/icons/icon.svg", type: "image/svg+xml" }, apple: "/icons/apple.png" },
  appleWebApp: { title: "Avant", statusBarStyle: "default" },
};

/** The frame of the window has the colour of the rail, in the look that was chosen. */
export async function generateViewport(): Promise<Viewport> {
  const chosen = await theme();
  const themeColor = chosen
    ? rails[chosen]
    : (["light", "dark"] as const).map((look) => ({
        media: `(prefers-color-scheme: ${look})`,
        color: rails[look],
      }));
  return { width: "device-width", initialScale: 1, viewportFit: "cover", themeColor };
}

const rails = { light: "#ecf0f1", dark: "#0a0e10" };

/** The reader's own settings; a page that says "the database is away" must not need the database. */
async function settingsOf() {
  try {
    const actor = await currentActor();
    return actor && { language: actor.language, theme: await readTheme(actor) };
  } catch {
    return null;
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const settings = await settingsOf();
  const language = await locale(settings?.language);
  // Who has signed in gets their own theme on every device; before that it is what this browser was told.
  const own = settings && (settings.theme === "auto" ? undefined : settings.theme);
  return (
    <html lang={language} data-theme={settings ? own : await theme()} className={GeistSans.variable}>
      <body>
        <Words locale={language} zone="UTC" messages={pick(language, ["ui", "time"])}>
          {children}
        </Words>
        <TooltipsLater />
      </body>
    </html>
  );
}
