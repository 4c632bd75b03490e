"use client";

import { MessageCircleHeart } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { EmptyState } from "@/app/_ui/empty-state";
import { Choice } from "@/app/(desk)/reports/choice";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { SurveyChannel } from "@/lib/satisfaction/channels";

const delays = [0, 60, 240, 1440, 4320] as const;

/** One line for each channel: nobody is asked, or everybody so long after. Saved as it is chosen. */
export function ChannelDelays({ channels, mayChange }: { channels: SurveyChannel[]; mayChange: boolean }) {
  const t = useTranslations("satisfaction.settings");
  const { failed, save } = useSave();
  const say = (minutes: number | null) =>
    minutes === null ? t("off") : minutes === 0 ? t("atOnce") : t("after", { hours: minutes / 60 });
  if (channels.length === 0)
    return (
      <EmptyState icon={MessageCircleHeart} title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  return (
    <>
      <ul className="divide-y divide-line rounded-card border border-line">
        {channels.map((channel) => {
          const known: number[] = [
            ...delays,
            ...(channel.delayMinutes === null ? [] : [channel.delayMinutes]),
          ];
          return (
            <li key={channel.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <div className="min-w-0 flex-1 basis-50">
                <p className="truncate font-medium">{channel.name}</p>
                <p className="text-ink-2 type-meta">{channel.brandName}</p>
              </div>
              {mayChange ? (
                <Choice
                  label={t("whenOf", { channel: channel.name })}
                  value={channel.delayMinutes === null ? "off" : String(channel.delayMinutes)}
                  options={[
                    { value: "off", name: say(null) },
                    ...[...new Set(known)]
                      .sort((one, other) => one - other)
                      .map((minutes) => ({ value: String(minutes), name: say(minutes) })),
                  ]}
                  onPick={(value) => {
                    const delayMinutes = value === "off" ? null : Number(value);
                    void save(
                      () =>
                        api("PUT /survey-channels/{id}", {
                          params: { id: channel.id },
                          body: { delayMinutes },
                        }),
                      { said: t("saved", { channel: channel.name, when: say(delayMinutes) }) },
                    );
                  }}
                />
              ) : (
                <span className="text-ink-2">{say(channel.delayMinutes)}</span>
              )}
            </li>
          );
        })}
      </ul>
      {failed ? (
        <p role="alert" className="mt-3 text-now">
          {failed}
        </p>
      ) : null}
    </>
  );
}
