import type { MetadataRoute } from "next";
import { locale } from "./_server/locale";
import { translator } from "./_server/words";

/** What a browser needs to install Avant as an app. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const language = await locale();
  const t = translator(language, "ui.app");
  return {
    id: "/queue",
    name: "Avant",
    short_name: "Avant",
    description: t("description"),
    lang: language,
    start_url: "/queue",
    scope: "/",
    display: "standalone",
    background_color: "#f3f6f7",
    theme_color: "#f3f6f7",
    categories: ["business", "productivity"],
    icons: [
      { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: t("note"), url: "/note", icons: [{ src: "/icons/192.png", sizes: "192x192" }] },
      { name: t("mine"), url: "/queue?view=mine", icons: [{ src: "/icons/192.png", sizes: "192x192" }] },
    ],
  };
}
