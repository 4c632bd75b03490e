"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Time } from "@/app/_ui/time";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { WeeklyWishes } from "@/lib/reports/weekly/wishes";

/** The week's report on Mondays: on or off, how it looks, and one now. */
export function WeeklyReport({ wishes }: { wishes: WeeklyWishes }) {
  const t = useTranslations("weekly.settings");
  const { busy, failed, save } = useSave();
  const [mail, setMail] = useState<{ subject: string; html: string } | "nothing" | null>(null);
  const isOn = wishes.since !== null;

  return (
    <section aria-labelledby="weekly" className="flex flex-col gap-3">
      <div>
        <h3 id="weekly" className="type-zone">
          {t("title")}
        </h3>
        <p className="text-ink-2">{t("text")}</p>
      </div>
      <label className="flex min-h-9 cursor-pointer items-center gap-3 max-desk:min-h-11">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={isOn}
          disabled={busy}
          onChange={() =>
            void save(() => api("PUT /weekly-report", { body: { wish: isOn ? "off" : "on" } }), {
              said: t(isOn ? "isOff" : "isOn"),
            })
          }
        />
        {t("wish")}
      </label>
      {wishes.lastSentAt ? (
        <p className="text-ink-3 type-meta">
          {t("last")} <Time at={wishes.lastSentAt} />
        </p>
      ) : null}
      {wishes.canMail ? null : <p className="text-ink-2 type-meta">{t("noMail")}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={busy}
          aria-expanded={mail !== null}
          onClick={() =>
            mail
              ? setMail(null)
              : void save(async () => setMail((await api("GET /weekly-report/preview")).mail ?? "nothing"), {
                  said: t("previewed"),
                })
          }
        >
          {mail ? t("hide") : t("preview")}
        </Button>
        <Button
          disabled={busy || !wishes.canMail}
          onClick={() => void save(() => api("POST /weekly-report/send"), { said: t("sent") })}
        >
          {t("sendNow")}
        </Button>
      </div>
      {failed ? (
        <p role="alert" className="text-now">
          {failed}
        </p>
      ) : null}
      {mail === "nothing" ? <p className="text-ink-2">{t("nothing")}</p> : null}
      {mail !== null && mail !== "nothing" ? (
        <iframe
          title={mail.subject}
          sandbox=""
          srcDoc={mail.html}
          // Mails are written on white, whatever the desk is.
          className="h-120 w-full rounded-card border border-line bg-[white]"
        />
      ) : null}
    </section>
  );
}
