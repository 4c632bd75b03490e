import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { streamPlace } from "@/app/_server/stream-place";
import { translator } from "@/app/_server/words";
import { readPlace } from "@/app/(desk)/place-of";
import type { Actor } from "@/lib/access";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import type { ConversationView } from "@/lib/conversations/types";
import { readOpening } from "@/lib/desk/read-opening";
import { AppError } from "@/lib/errors";
import { QueueDesk } from "./queue-desk";

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "desk")("views.queue") };
}

/** The first paint of the desk: one page of the list, and the conversation that the address names. */
export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireActor("/queue");
  const params = await searchParams;
  const { view, sort, q, open } = readPlace((name) => {
    const value = params[name];
    return typeof value === "string" ? value : null;
  });
  await streamPlace();
  const [page, conversation, opening] = await Promise.all([
    listQueue(actor, { view, sort, q, cursor: null, limit: 100 }),
    open === null ? null : drawn(actor, open),
    readOpening(actor),
  ]);
  return <QueueDesk first={{ key: `${view} ${sort} ${q}`, page }} drawn={conversation} opening={opening} />;
}

/** Null when it is not there, or not mine to see: the desk says so where the conversation would stand. */
async function drawn(actor: Actor, number: number): Promise<ConversationView | null> {
  try {
    return await getConversation(actor, { idOrNumber: String(number) });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
