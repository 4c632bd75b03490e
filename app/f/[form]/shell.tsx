import { Languages } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import type { Language } from "@/db/enums";
import { Frame } from "./frame";
import { inkOn } from "./ink-on";

declare module "react" {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}

export type Brand = { name: string; letter: string; color: string; colorDark: string };

/** The page around the form: the brand's square and colour, the other language. Bare inside somebody's own page. */
export function Shell({
  brand,
  language,
  host,
  theme,
  otherLanguage,
  children,
}: {
  brand: Brand;
  language: Language;
  /** Origin of the page that shows this one in a frame; null when it stands alone. */
  host: string | null;
  theme: "light" | "dark" | undefined;
  otherLanguage: { href: string; name: string };
  children: ReactNode;
}) {
  const colours = {
    "--brand": `light-dark(${brand.color}, ${brand.colorDark})`,
    // A breath of the brand behind the card; in the dark less, so that the card stays the lighter one.
    "--ground": `light-dark(color-mix(in srgb, ${brand.color} 6%, white), color-mix(in srgb, ${brand.colorDark} 3%, var(--canvas)))`,
    "--on-brand": `light-dark(${inkOn(brand.color)}, ${inkOn(brand.colorDark)})`,
  };
  return (
    <div lang={language} style={colours} className={`bg-canvas text-ink ${host ? "" : "min-h-dvh"}`}>
      <Frame host={host} language={language} theme={theme}>
        <div className={`bg-(--ground) ${host ? "p-1" : "min-h-dvh px-4 py-8 min-[36rem]:py-12"}`}>
          <div className="mx-auto flex max-w-[40rem] flex-col gap-6">
            {host ? null : (
              <header className="flex items-center justify-between gap-4">
                <p className="flex min-w-0 items-center gap-2.5 type-title">
                  <span
                    aria-hidden
                    className="grid size-9 shrink-0 place-items-center rounded-row bg-brand font-semibold text-[1.125rem] text-(--on-brand) leading-none"
                  >
                    {brand.letter}
                  </span>
                  <span className="truncate">{brand.name}</span>
                </p>
                <a
                  href={otherLanguage.href}
                  hrefLang={language === "fr" ? "en" : "fr"}
                  lang={language === "fr" ? "en" : "fr"}
                  className="flex min-h-11 items-center gap-2 rounded-control px-2 text-ink-2 type-field hover:text-ink"
                >
                  <Icon of={Languages} size={18} />
                  {otherLanguage.name}
                </a>
              </header>
            )}
            {children}
          </div>
        </div>
      </Frame>
    </div>
  );
}
