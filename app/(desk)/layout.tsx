import type { ReactNode } from "react";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { streamPlace } from "@/app/_server/stream-place";
import { channelWords, pick, reasonWords } from "@/app/_server/words";
import { Words } from "@/app/_ui/words";
import { can } from "@/lib/access";
import { channelOf } from "@/lib/channels/registry";
import { countViews } from "@/lib/conversations/list-queue";
import { readDesk } from "@/lib/desk/read-desk";
import { noticesNow } from "@/lib/notices/list-notices";
import { countSavedViews } from "@/lib/views/count-views";
import { keysInForce } from "./actions/own-keys";
import { DeskProvider } from "./desk";
import { DeskShell } from "./desk-shell";

const words = [
  "ui",
  "actions",
  "palette",
  "time",
  "desk",
  "live",
  "queue",
  "conversation",
  "composer",
  "context",
  "triage",
  "events",
  "asks",
  "duty",
  "opening",
  "noticeOfDay",
  "notices",
  "welcome",
  "sample",
  "keys",
  "channelTrouble",
  "byHand",
  "promises",
  "pauses",
  "spikeLine",
  "leakLine",
  "signalLine",
  "samePerson",
  "privacy",
  "due",
] as const;

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const seq = await streamPlace();
  const [desk, counts, viewCounts, language, notices] = await Promise.all([
    readDesk(actor),
    countViews(actor),
    countSavedViews(actor),
    locale(actor.language),
    noticesNow(actor),
  ]);
  return (
    <Words
      locale={language}
      zone={desk.zone}
      messages={{ ...pick(language, words), ...channelWords(language), ...reasonWords(language) }}
    >
      <DeskProvider
        facts={{
          me: {
            id: actor.id,
            name: actor.name,
            role: actor.role,
            language,
            teamIds: actor.teamIds,
            canTriage: can(actor, "conversation.triage"),
            canReply: can(actor, "conversation.reply"),
            canNote: can(actor, "conversation.note"),
            canBypass: can(actor, "reply.bypass"),
            canSaveReplies: can(actor, "saved_reply.edit"),
            canSeeSettings: can(actor, "channel.read"),
            canSeeReports: can(actor, "report.read"),
            canPause: can(actor, "pause.set"),
            canShareViews: can(actor, "view.share"),
            canEditViews: can(actor, "view.edit"),
            hasKeys: desk.hasKeys,
            keys: Object.fromEntries(keysInForce(desk.ownKeys)),
            afterResolve: desk.afterResolve,
            density: desk.density,
          },
          agents: desk.agents,
          teams: desk.teams,
          channels: desk.channels.map((channel) => ({
            ...channel,
            icon: channelOf(channel.kind)?.icon ?? channel.kind,
          })),
          views: desk.views,
          viewCounts,
          brands: desk.brands,
          tags: desk.tags,
          counts,
          notices,
          sample: desk.sample,
          drawnAt: Date.now(),
          seq,
        }}
      >
        <DeskShell>{children}</DeskShell>
      </DeskProvider>
    </Words>
  );
}
