"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Select } from "@/app/_ui/field";

/** Whose rules are shown. */
export function BrandPick({
  brands,
  brandId,
}: {
  brands: Array<{ id: string; name: string }>;
  brandId: string;
}) {
  const t = useTranslations("signals.imports");
  const router = useRouter();
  return (
    <Select
      label={t("brand")}
      value={brandId}
      onChange={(event) => router.push(`/settings/signals?brand=${event.target.value}`)}
      options={brands.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
