"use client";

import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { lazy } from "@/app/_ui/lazy";
import { toast } from "@/app/_ui/toast";
import { removeSample, replaySample } from "./calls";
import { useDesk } from "./desk";
import { wordsOf } from "./triage/use-change";

const SampleDialog = lazy(async () => ({ default: (await import("./sample-dialog")).SampleDialog }));

const action = "h-6 font-medium text-accent hover:underline max-desk:h-11";

/** Says that what stands here is sample data, and takes it away in one click. */
export function SampleNote() {
  const t = useTranslations("sample");
  const { sample } = useDesk();
  const [asking, setAsking] = useState(false);
  if (sample === "none") return null;

  async function remove() {
    setAsking(false);
    try {
      await removeSample();
      toast({ tone: "done", text: t("removed") });
      location.assign("/queue");
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  async function replay() {
    try {
      await replaySample();
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
        <p className="flex gap-3">
          <button type="button" onClick={replay} className={action}>
            {t("replay")}
          </button>
          <button type="button" onClick={() => setAsking(true)} className={action}>
            {t("remove")}
          </button>
        </p>
      ) : null}
      <Suspense fallback={null}>
        {asking ? <SampleDialog onClose={() => setAsking(false)} onRemove={remove} /> : null}
      </Suspense>
    </aside>
  );
}
