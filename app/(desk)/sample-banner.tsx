"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { toast } from "@/app/_ui/toast";
import { removeSample } from "./calls";
import { useDesk } from "./desk";
import { wordsOf } from "./triage/use-change";

/** Says that what stands here is sample data, and takes it away in one click. */
export function SampleBanner() {
  const t = useTranslations("sample");
  const ui = useTranslations("ui");
  const { sample } = useDesk();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  if (sample === "none") return null;

  async function remove() {
    setAsking(false);
    try {
      await removeSample();
      toast({ tone: "done", text: t("removed") });
      router.refresh();
      location.assign("/queue");
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <aside
      aria-label={t("title")}
      className="flex h-8 shrink-0 items-center justify-center gap-3 border-line border-b bg-sunken px-4 text-ink-2 type-meta"
    >
      <span className="truncate">
        <strong className="font-semibold text-ink">{t("title")}</strong>{" "}
        <span className="max-desk:hidden">{t("text")}</span>
      </span>
      {sample === "removable" ? (
        <button
          type="button"
          onClick={() => setAsking(true)}
          className="h-6 shrink-0 whitespace-nowrap rounded-control px-1 font-medium text-accent hover:underline"
        >
          {t("remove")}
        </button>
      ) : null}
      {asking ? (
        <Dialog
          title={t("askTitle")}
          closeLabel={ui("close")}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{ui("cancel")}</Button>
              <Button look="danger" onClick={remove}>
                {t("remove")}
              </Button>
            </>
          }
        >
          <p className="type-message">{t("askText")}</p>
        </Dialog>
      ) : null}
    </aside>
  );
}
