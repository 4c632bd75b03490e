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
export function SampleNote() {
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
      className="mb-2 flex flex-col items-start rounded-row border border-line px-2.5 py-2 text-ink-2 type-meta"
    >
      <p>
        <strong className="font-semibold text-ink">{t("title")}.</strong> {t("text")}
      </p>
      {sample === "removable" ? (
        <button
          type="button"
          onClick={() => setAsking(true)}
          className="h-6 font-medium text-accent hover:underline max-desk:h-11"
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
