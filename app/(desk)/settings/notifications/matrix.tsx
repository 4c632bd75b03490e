"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { type NotificationKind, type NotificationWay, notificationKinds, notificationWays } from "@/db/enums";

type Choices = Record<NotificationKind, Record<NotificationWay, boolean>>;

/** Event by way, a box for each; kept as soon as it is ticked, and back as it was when the server says no. */
export function Matrix({ choices, canMail }: { choices: Choices; canMail: boolean }) {
  const t = useTranslations("settings.notifications");
  const kinds = useTranslations("notices.kinds");
  const router = useRouter();
  const [shown, setShown] = useState(choices);

  async function set(kind: NotificationKind, way: NotificationWay, isOn: boolean) {
    const before = shown;
    const row = { ...before[kind], [way]: isOn };
    setShown({ ...before, [kind]: row });
    try {
      await api("PATCH /me/notifications", { body: { choices: { [kind]: row } } });
      router.refresh();
    } catch (error) {
      setShown(before);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <section className="flex flex-col gap-2">
      <div className="rounded-card border border-line">
        <table className="w-full border-collapse">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr className="border-line border-b text-ink-2 type-meta">
              <th scope="col" className="px-4 py-2 text-left font-medium">
                {t("event")}
              </th>
              {notificationWays.map((way) => (
                <th key={way} scope="col" className="w-20 px-2 py-2 font-medium max-desk:w-14">
                  {t(`ways.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {notificationKinds.map((kind) => (
              <tr key={kind}>
                <th scope="row" className="px-4 py-1.5 text-left font-normal">
                  {kinds(kind)}
                </th>
                {notificationWays.map((way) => (
                  <td key={way} className="text-center">
                    <label className="inline-flex size-7 cursor-pointer items-center justify-center max-desk:size-11">
                      <span className="sr-only">
                        {t("tell", { event: kinds(kind), way: t(`ways.${way}`) })}
                      </span>
                      <input
                        type="checkbox"
                        checked={shown[kind][way]}
                        onChange={(event) => void set(kind, way, event.target.checked)}
                        className="size-4 accent-accent"
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-ink-3 type-meta">{t(canMail ? "mailHint" : "noMail")}</p>
    </section>
  );
}
