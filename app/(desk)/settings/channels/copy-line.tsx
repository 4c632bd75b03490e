"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";

/** Something that the other side wants to be told, with a button that copies it. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const t = useTranslations("settings.channels");

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      toast({ tone: "done", text: t("copied"), seconds: 4 });
    } catch {
      // Without https a browser gives no clipboard; the text is there to be selected.
      toast({ tone: "failed", text: t("copyByHand") });
    }
  }

  return (
    <div className="mt-1.5 flex items-center gap-2 rounded-control border border-line bg-surface py-1 pr-1 pl-3 max-desk:flex-wrap">
      <span className="min-w-0 flex-1">
        <span className="block text-ink-3 type-meta">{label}</span>
        <code className="block break-all text-ink select-all">{value}</code>
      </span>
      <span className="shrink-0">
        <Button icon={Copy} onClick={() => void copy()}>
          {t("copy")}
        </Button>
      </span>
    </div>
  );
}
