import { inkOn } from "@/app/f/[form]/ink-on";

/** A brand's letter on its colour, by day and by night. */
export function BrandSquare({ brand }: { brand: { letter: string; color: string; colorDark: string } }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-control font-semibold type-meta"
      style={{
        background: `light-dark(${brand.color}, ${brand.colorDark})`,
        color: `light-dark(${inkOn(brand.color)}, ${inkOn(brand.colorDark)})`,
      }}
    >
      {brand.letter}
    </span>
  );
}
