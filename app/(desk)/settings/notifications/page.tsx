import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { readNotificationSettings } from "@/lib/notifications/settings";
import { readOrganisation } from "@/lib/organisation/organisation";
import { readWeeklyWishes } from "@/lib/reports/weekly/wishes";
import { Matrix } from "./matrix";
import { QuietForm } from "./quiet-form";
import { ThisBrowser } from "./this-browser";
import { WeeklyReport } from "./weekly-report";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.notifications") };
}

/** What I am told of, by which way, and when not. */
export default async function NotificationsPage() {
  const actor = await requireActor("/settings/notifications");
  const t = translator(await locale(actor.language), "settings.notifications");
  const [settings, house, weekly] = await Promise.all([
    readNotificationSettings(actor),
    readOrganisation(actor),
    can(actor, "report.read") ? readWeeklyWishes(actor) : null,
  ]);
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <div className="flex flex-col gap-8">
        <Matrix choices={settings.choices} canMail={settings.canMail} />
        <ThisBrowser publicKey={settings.publicKey} />
        {weekly ? (
          <MoreWords messages={pick(await locale(actor.language), ["weekly"])}>
            <WeeklyReport wishes={weekly} />
          </MoreWords>
        ) : null}
        <QuietForm quiet={settings.quiet} zone={house.zone} zones={Intl.supportedValuesOf("timeZone")} />
      </div>
    </>
  );
}
