"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useMoment } from "@/app/_ui/time";
import { tellEventually } from "@/app/(desk)/customers/decide-same";
import { Reasons } from "@/app/(desk)/customers/reasons";

/** Which records are this person, by what and whom, each to be taken back; and who was told apart. */
export function Ties({ id, mayMerge }: { id: string; mayMerge: boolean }) {
  const t = useTranslations("customers");
  const ui = useTranslations("ui");
  const moment = useMoment();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ["customer", id, "ties"],
    queryFn: () => api("GET /customers/{id}/ties", { params: { id } }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t("ties")}</h2>
      <ul className="flex flex-col gap-3">
        {data.items.map((tie) => (
          <li key={tie.linkId} className="flex flex-col gap-1">
            <p dir="auto">
              {t(tie.verdict === "same" ? "tiedTo" : "toldApart", {
                one: tie.one.name,
                other: tie.other.name,
              })}
            </p>
            <p className="text-ink-2 type-meta">
              {[t(`tieBy.${tie.evidence}`), tie.by ?? t("byItself"), tie.at === null ? null : moment(tie.at)]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {tie.reasons.length > 0 ? <Reasons reasons={tie.reasons} /> : null}
            {mayMerge && tie.verdict === "same" ? (
              <div>
                <Button
                  onClick={() =>
                    void tellEventually(client, {
                      ask: () => api("POST /customer-ties/{id}/unmerge", { params: { id: tie.linkId } }),
                      said: t("unmerged", { one: tie.one.name, other: tie.other.name }),
                      undo: ui("undo"),
                    })
                  }
                >
                  {t("unmerge")}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
