"use client";

import { HandHeart } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { useDesk } from "@/app/(desk)/desk";
import type { ConversationView } from "@/lib/conversations/types";
import { GesturesInContext } from "./gestures-in-context";
import { PromiseLine } from "./promise-line";
import { usePromises } from "./use-promises";
import { wantPromise } from "./want-promise";

const FEW = 3;

/** What we promised this person, the open ones first, and what we gave them. */
export function PromisesInContext({ view }: { view: ConversationView }) {
  const t = useTranslations("promises");
  const { me } = useDesk();
  const keyOf = useKeyOf();
  const { data, error, refetch } = usePromises(view);
  const [all, setAll] = useState(false);
  const open = (data ?? []).filter(({ state }) => state === "open" || state === "broken");
  const settled = (data ?? []).filter(({ state }) => state === "kept" || state === "withdrawn");
  const shown = all ? settled : settled.slice(0, Math.max(0, FEW - open.length));

  return (
    <section aria-label={t("heading")} className="flex flex-col gap-3">
      <h3 className="flex items-center justify-between gap-2 font-semibold">
        {t("heading")}
        {me.canTriage ? (
          <Button look="plain" icon={HandHeart} keys={keyOf("promise")} onClick={() => wantPromise(view.row)}>
            {t("new")}
          </Button>
        ) : null}
      </h3>
      {error && !data ? (
        <p className="text-ink-2">
          {t("failed")}{" "}
          <Button look="link" onClick={() => void refetch()}>
            {t("again")}
          </Button>
        </p>
      ) : null}
      {data && data.length === 0 ? <p className="text-ink-3">{t("none")}</p> : null}
      {open.length + shown.length > 0 ? (
        <ul className="flex flex-col gap-3">
          {[...open, ...shown].map((one) => (
            <PromiseLine key={one.id} one={one} view={one.conversationId === view.row.id ? view : null} />
          ))}
        </ul>
      ) : null}
      {settled.length > shown.length ? (
        <Button look="plain" onClick={() => setAll(true)}>
          {t("earlier", { count: settled.length - shown.length })}
        </Button>
      ) : null}
      <GesturesInContext view={view} promises={open} />
    </section>
  );
}
