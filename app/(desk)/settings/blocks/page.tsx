import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBlocks } from "@/lib/blocks/list-blocks";
import { listBrands } from "@/lib/brands/list-brands";
import { BlockList } from "./block-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.blocks") };
}

/** Who is let in no more, by whom, and until when. */
export default async function BlocksPage() {
  const actor = await requireActor("/settings/blocks");
  const t = translator(await locale(actor.language), "settings.blocks");
  const [blocks, brands] = await Promise.all([listBlocks(actor), listBrands(actor)]);
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <BlockList
        blocks={blocks}
        brands={brands.map(({ id, name }) => ({ id, name }))}
        mayChange={can(actor, "conversation.triage")}
      />
    </>
  );
}
