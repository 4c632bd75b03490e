import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { readNotificationSettings } from "@/lib/notifications/settings";
import { readOrganisation } from "@/lib/organisation/organisation";
import { Matrix } from "./matrix";
import { QuietForm } from "./quiet-form";
import { ThisBrowser } from "./this-browser";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.notifications") };
}

/** What I am told of, by which way, and when not. */
export default async function NotificationsPage() {
  const actor = await requireActor("/settings/notifications");
  const t = translator(await locale(actor.language), "settings.notifications");
  const [settings, house] = await Promise.all([readNotificationSettings(actor), readOrganisation(actor)]);
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <div className="flex flex-col gap-8">
        <Matrix choices={settings.choices} canMail={settings.canMail} />
        <ThisBrowser publicKey={settings.publicKey} />
        <QuietForm quiet={settings.quiet} zone={house.zone} zones={Intl.supportedValuesOf("timeZone")} />
      </div>
    </>
  );
}
