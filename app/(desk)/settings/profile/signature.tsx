"use client";

import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { SignatureEditor } from "@/app/(desk)/settings/signature-editor";
import type { Signature } from "@/lib/signatures/choose";

/** What stands below my mails, instead of the brand's. */
export function MySignature({ signature }: { signature: Signature }) {
  const t = useTranslations("settings.signature");
  return (
    <SignatureEditor
      signature={signature}
      hint={t("mineHint", { name: "{{agent.name}}" })}
      onSave={(body) => api("PUT /me/signature", { body })}
    />
  );
}
