"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Time } from "@/app/_ui/time";
import { BrandSquare } from "@/app/(desk)/settings/brands/brand-square";
import { LightText } from "./light-text";

/** Shown by itself to somebody new, and to anybody who asks for it by the event `avant:house-rules`. */
export function HouseRules() {
  const t = useTranslations("welcome.rules");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuery({ queryKey: ["house-rules"], queryFn: () => api("GET /house-rules") });

  useEffect(() => {
    const ask = () => setAsked(true);
    document.addEventListener("avant:house-rules", ask);
    return () => document.removeEventListener("avant:house-rules", ask);
  }, []);

  if (!data || !(isAsked || data.isNew)) return null;

  function close() {
    setAsked(false);
    if (data?.isNew) {
      client.setQueryData(["house-rules"], { ...data, isNew: false });
      void api("POST /house-rules/read").catch(() => {});
    }
  }

  return (
    <Dialog
      title={t("title")}
      closeLabel={ui("close")}
      onClose={close}
      width="wide"
      actions={
        <Button look="accent" onClick={close}>
          {t(data.isNew ? "read" : "close")}
        </Button>
      }
    >
      <div className="flex flex-col gap-6">
        {data.endsAt ? (
          <p className="rounded-card bg-accent-soft px-4 py-2">
            {t("until")} <Time at={data.endsAt} />
          </p>
        ) : null}
        {data.brands.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
        {data.brands.map((brand) => (
          <section key={brand.id} className="flex gap-3">
            <BrandSquare brand={brand} />
            <div className="min-w-0 flex-1">
              <h3 className="mb-1 font-semibold">{brand.name}</h3>
              <LightText text={brand.text} />
            </div>
          </section>
        ))}
        {data.models.length > 0 ? (
          <section>
            <h3 className="mb-1 font-semibold">{t("models")}</h3>
            <p className="mb-2 text-ink-2">{t("modelsHint")}</p>
            <ul className="divide-y divide-line rounded-card border border-line">
              {data.models.map((model) => (
                <li key={model.id}>
                  <details className="px-4 py-2">
                    <summary className="cursor-pointer font-medium">{model.name}</summary>
                    <p className="mt-2 whitespace-pre-line text-ink-2 type-message">{model.text}</p>
                  </details>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}
