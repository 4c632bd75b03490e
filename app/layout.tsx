import "./globals.css";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { currentActor } from "./_server/actor";
import { locale, theme } from "./_server/locale";
import { pick } from "./_server/words";
import { TooltipsLater } from "./_ui/tooltips-later";
import { Words } from "./_ui/words";

export const metadata: Metadata = {
  title: { default: "Avant", template: "%s · Avant" },
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f6f7" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1214" },
  ],
};

/** The reader's own setting; a page that says "the database is away" must not need the database. */
async function settingOf() {
  try {
    return (await currentActor())?.language ?? null;
  } catch {
    return null;
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await locale(await settingOf());
  return (
    <html lang={language} data-theme={await theme()} className={GeistSans.variable}>
      <body>
        <Words locale={language} zone="UTC" messages={pick(language, ["ui", "time"])}>
          {children}
        </Words>
        <TooltipsLater />
      </body>
    </html>
  );
}
