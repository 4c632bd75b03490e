import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { cursorOf } from "@/lib/cursor";
import { inboundKinds, listInbound } from "@/lib/inbound/list-parked";
import { ParkedList } from "./parked-list";

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.parked") };
}

/** What came in and is not in the queue: because we could not read it, or because nobody asks anything. */
export default async function ParkedPage({ searchParams }: Props) {
  const actor = await requireActor("/settings/parked");
  const params = await searchParams;
  const kind = inboundKinds.find((one) => one === params.kind) ?? "parked";
  const cursor = cursorOf(params.cursor, ["moment", "uuid"]);
  const t = translator(await locale(actor.language), "settings.parked");
  const page = await listInbound(actor, { kind, cursor, limit: 50 });
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <nav aria-label={t("title")} className="mb-4 flex gap-1">
        {inboundKinds.map((one) => (
          <Go
            key={one}
            href={`/settings/parked?kind=${one}`}
            aria-current={one === kind ? "page" : undefined}
            className="rounded-control px-3 py-1 text-ink-2 hover:bg-hover aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
          >
            {t(`kinds.${one}`)}
          </Go>
        ))}
      </nav>
      <ParkedList
        items={page.items}
        kind={kind}
        next={page.next ? `/settings/parked?kind=${kind}&cursor=${encodeURIComponent(page.next)}` : null}
        mayRetry={can(actor, "inbound.retry")}
      />
    </>
  );
}
