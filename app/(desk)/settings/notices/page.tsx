import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { listBrands } from "@/lib/brands/list-brands";
import { listNotices } from "@/lib/notices/list-notices";
import { NoticeList } from "./notice-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.notices") };
}

/** What everybody should know today, and what was agreed to say about it. */
export default async function NoticesPage() {
  const actor = await requireActor("/settings/notices");
  const t = translator(await locale(actor.language), "settings.notices");
  const [notices, brands] = await Promise.all([listNotices(actor), listBrands(actor)]);
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <NoticeList
        notices={notices}
        brands={brands.map(({ id, name }) => ({ id, name }))}
        drawnAt={Date.now()}
      />
    </>
  );
}
