"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Words } from "@/lib/reports/month-words";

/** Three things customers wrote, without their names; who leads may choose which. */
export function Voices({
  all,
  shown,
  isPicked,
  mayPick,
  month,
  brandId,
  version,
}: {
  all: Words[];
  shown: string[];
  isPicked: boolean;
  mayPick: boolean;
  month: string;
  brandId: string | null;
  version: number;
}) {
  const t = useTranslations("satisfaction.month");
  const short = useTranslations("satisfaction.short");
  const router = useRouter();
  const { busy, failed, save } = useSave();
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState(shown);

  async function keep() {
    const done = await save(
      async () => {
        // Words that were kept a moment ago by the field below made the page newer than what was drawn.
        const { version: now } = await api("GET /months/{month}", { params: { month }, query: { brandId } });
        return api("PATCH /months/{month}", {
          params: { month },
          body: { brandId, picked, version: Math.max(now, version) },
        });
      },
      { said: t("pickedSaid") },
    );
    if (done) {
      setOpen(false);
      router.refresh();
    }
  }

  if (all.length === 0) return <p className="text-ink-2">{t("noVoices")}</p>;
  return (
    <>
      <ul className="flex flex-col gap-2 print:gap-1">
        {shown.flatMap((id) => {
          const one = all.find((each) => each.id === id);
          return one ? (
            <li key={id}>
              <p>{t("quote", { words: one.text })}</p>
              <p className="text-ink-2 type-meta">
                {short(one.verdict)}
                {one.channelName ? ` · ${one.channelName}` : ""}
              </p>
            </li>
          ) : (
            []
          );
        })}
      </ul>
      {mayPick ? (
        <div className="print:hidden">
          <Button look="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isPicked ? t("pickOthers") : t("pick")}
          </Button>
          {isOpen ? (
            <fieldset className="mt-2 flex flex-col gap-2">
              <legend className="mb-1 text-ink-2">{t("pickThree", { n: picked.length })}</legend>
              <ul className="scrolls max-h-80 divide-y divide-line rounded-row border border-line">
                {all.map((one) => (
                  <li key={one.id}>
                    <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2 hover:bg-hover">
                      <input
                        type="checkbox"
                        className="mt-0.5 size-4 shrink-0 accent-accent"
                        checked={picked.includes(one.id)}
                        disabled={!picked.includes(one.id) && picked.length >= 3}
                        onChange={(event) =>
                          setPicked(
                            event.target.checked ? [...picked, one.id] : picked.filter((id) => id !== one.id),
                          )
                        }
                      />
                      <span className="min-w-0">
                        {one.text} <span className="text-ink-3 type-meta">{short(one.verdict)}</span>
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
              {failed ? (
                <p role="alert" className="text-now">
                  {failed}
                </p>
              ) : null}
              <div>
                <Button look="accent" disabled={busy} onClick={() => void keep()}>
                  {t("keep")}
                </Button>
              </div>
            </fieldset>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
