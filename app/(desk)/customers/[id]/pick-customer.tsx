"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { MergeDialog } from "@/app/(desk)/customers/merge-dialog";
import type { Customer } from "./view";

/** Another customer of the same brand, to be made one person with this one. */
export function PickCustomer({ customer, onClose }: { customer: Customer; onClose(): void }) {
  const t = useTranslations("customers");
  const ui = useTranslations("ui");
  const [text, setText] = useState("");
  const [otherId, setOther] = useState<string | null>(null);
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery({
    queryKey: ["customers", "pick", asked, customer.brandId],
    queryFn: () => api("GET /customers", { query: { text: asked, brandId: customer.brandId, limit: 12 } }),
    enabled: asked.length >= 2,
  });
  if (otherId !== null) return <MergeDialog oneId={customer.id} otherId={otherId} onClose={onClose} />;
  const found = (data?.items ?? []).filter(({ id }) => id !== customer.id);
  return (
    <Dialog title={t("mergeWith")} closeLabel={ui("close")} width="wide" onClose={onClose}>
      <TextField
        label={t("search")}
        hint={t("searchHint")}
        type="search"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="mt-3 flex flex-col">
        {found.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => setOther(one.id)}
              className="flex w-full flex-col rounded-control px-2 py-2 text-left hover:underline max-desk:min-h-11"
            >
              <span className="font-medium" dir="auto">
                {one.name}
              </span>
              <span className="truncate text-ink-2">
                {one.identities.map(({ display }) => display).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {asked.length >= 2 && data && found.length === 0 ? (
        <p className="text-ink-2">{t("nobodyFound")}</p>
      ) : null}
    </Dialog>
  );
}
