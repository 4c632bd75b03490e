"use client";

import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { SignatureEditor } from "@/app/(desk)/settings/signature-editor";
import type { Signature } from "@/lib/signatures/choose";

/** What stands below the mails of a brand, where their author has none of their own. */
export function BrandSignature({ brandId, signature }: { brandId: string; signature: Signature }) {
  const t = useTranslations("settings.signature");
  return (
    <SignatureEditor
      signature={signature}
      hint={t("brandHint", { name: "{{agent.name}}" })}
      onSave={(body) => api("PUT /brands/{id}/signature", { params: { id: brandId }, body })}
    />
  );
}
