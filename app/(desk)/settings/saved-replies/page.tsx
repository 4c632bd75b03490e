import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { listSavedReplies } from "@/lib/saved-replies/list";
import { NewSavedReply } from "./new-saved-reply";
import { SavedReplyList } from "./saved-reply-list";

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("savedReplies.title") };
}

/** Texts that are written often: whose they are, how often they are used, and how many leave as they were written. */
export default async function SavedRepliesPage({ searchParams }: Props) {
  const actor = await requireActor("/settings/saved-replies");
  const archived = (await searchParams).archived === "only" ? "only" : "no";
  const t = translator(await locale(actor.language), "settings.savedReplies");
  const [replies, brands] = await Promise.all([listSavedReplies(actor, { archived }), listBrands(actor)]);
  const named = brands.map(({ id, name }) => ({ id, name }));
  const mayEdit = can(actor, "saved_reply.edit");
  return (
    <>
      <PageHead
        title={t("title")}
        text={t("text")}
        action={mayEdit ? <NewSavedReply brands={named} /> : undefined}
      />
      <nav aria-label={t("title")} className="mb-4 flex gap-1">
        {(["no", "only"] as const).map((one) => (
          <Go
            key={one}
            href={`/settings/saved-replies?archived=${one}`}
            aria-current={one === archived ? "page" : undefined}
            className="rounded-control px-3 py-1 text-ink-2 hover:bg-hover aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
          >
            {t(`shown.${one}`)}
          </Go>
        ))}
      </nav>
      <SavedReplyList replies={replies} brands={named} mayEdit={mayEdit} />
    </>
  );
}
