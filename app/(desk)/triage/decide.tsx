"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  AlarmClock,
  Ban,
  BellRing,
  CheckCheck,
  Hourglass,
  MailOpen,
  Pin,
  RotateCcw,
  Send,
  UserCheck,
} from "lucide-react";
import { Suspense, useEffect, useLayoutEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { idOf, markRead } from "@/app/_live/cache";
import { held } from "@/app/_live/keys";
import { lazy } from "@/app/_ui/lazy";
import { toast } from "@/app/_ui/toast";
import * as calls from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { getConversation } from "@/app/(desk)/first-calls";
import { useGo, usePlace } from "@/app/(desk)/place";
import { firstName } from "@/app/(desk)/queue/first-name";
import type { NoReplyReason } from "@/db/enums";
import type { QueueRow } from "@/lib/conversations/types";
import type { MenuName, Triage } from "./actions";
import { type DialogName, onAsk } from "./ask-desk";
import { useManyRun } from "./many-run";
import { neighbour } from "./order";
import { useIsSelecting } from "./selection";
import { justSettled } from "./settled";
import { offerUndo, undoLast } from "./undoable";
import { useChange, wordsOf } from "./use-change";

const Choices = lazy(async () => ({ default: (await import("./choices")).Choices }));
const BesideDialog = lazy(async () => ({ default: (await import("./beside-dialogs")).BesideDialog }));
const BulkBar = lazy(async () => ({ default: (await import("./bulk-bar")).BulkBar }));
const ManyProgress = lazy(async () => ({ default: (await import("./many-progress")).ManyProgress }));
const CallDialog = lazy(async () => ({ default: (await import("./call-dialog")).CallDialog }));

/** Does what was decided about a conversation, and shows what has to be chosen for it; see actions.tsx. */
export function Decide({ onReady }: { onReady(triage: Triage): void }) {
  const t = useTranslations("triage");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const place = usePlace();
  const go = useGo();
  const change = useChange();
  const client = useQueryClient();
  const [menu, setMenu] = useState<{ name: MenuName; row: QueueRow; anchor: Element | null } | null>(null);
  const [calling, setCalling] = useState<QueueRow | null>(null);
  const [dialog, setDialog] = useState<{ name: DialogName; row: QueueRow } | null>(null);
  useEffect(() => onAsk("dialog", setDialog), []);
  const isSelecting = useIsSelecting();
  const run = useManyRun();
  const { data: hasReasons } = useQuery({
    queryKey: ["has-contact-reasons"],
    queryFn: calls.hasContactReasons,
    staleTime: 600_000,
  });

  /** What it was about is asked beside the way back, never in the way. */
  function askReason(row: QueueRow) {
    if (!hasReasons) return {};
    justSettled(row, 20);
    const run = () => setMenu({ name: "reason", row, anchor: null });
    return { also: { label: t("reason"), keys: "shift+e", run } };
  }

  /** When the open conversation is settled the next one opens, or what I chose; its name goes into the toast. */
  function advance(row: QueueRow): string | null {
    if (place.open !== row.number || me.afterResolve === "stay") return null;
    if (me.afterResolve === "list") {
      go({ open: null });
      return null;
    }
    const next = neighbour(row.id, 1) ?? neighbour(row.id, -1);
    go({ open: next && next.id !== row.id ? next.number : null });
    return next && next.id !== row.id ? next.customerName : null;
  }

  /** Taking back what closed the open conversation opens it again. */
  function reopening(row: QueueRow): (() => void) | undefined {
    return place.open === row.number ? () => go({ open: row.number }) : undefined;
  }

  function said(key: string, row: QueueRow, next: string | null, more: Record<string, string> = {}): string {
    const sentence = t(`said.${key}`, { name: firstName(row.customerName), ...more });
    return next ? `${sentence} ${t("said.next", { name: next })}` : sentence;
  }

  async function takeAndOpen(exceptId: string | null) {
    const taken = await calls.takeNext(exceptId);
    if (!taken) return toast({ tone: "done", text: t("said.nothingToTake"), seconds: 5 });
    const view = await client.fetchQuery({
      queryKey: held.conversation(taken.conversationId),
      queryFn: () => getConversation(taken.conversationId),
      staleTime: 0,
    });
    if (taken.why === "oldest")
      toast({ tone: "done", text: t("said.oldest", { name: firstName(view.row.customerName) }), seconds: 6 });
    go({ open: view.row.number });
  }

  const triage: Triage = {
    resolve(row) {
      if (row.status === "resolved") return triage.reopen(row);
      const onBack = reopening(row);
      const next = advance(row);
      change({
        row,
        after: { status: "resolved", resolvedAt: new Date().toISOString(), waitingSince: null, dueAt: null },
        ask: () => calls.resolve(row.id),
        said: said("resolved", row, next),
        onBack,
        icon: CheckCheck,
        ...askReason(row),
      });
    },
    reopen(row) {
      change({
        row,
        after: { status: "open", resolvedAt: null, snoozedUntil: null },
        ask: () => calls.reopen(row.id),
        said: said("reopened", row, null),
        icon: RotateCcw,
      });
    },
    theirTurn(row) {
      if (row.status === "waiting") return triage.reopen(row);
      const onBack = reopening(row);
      const next = advance(row);
      change({
        row,
        after: { status: "waiting", snoozedUntil: null },
        ask: () => calls.wait(row.id),
        said: said("theirTurn", row, next),
        onBack,
        icon: Hourglass,
      });
    },
    mine(row) {
      if (row.assigneeId === me.id) return toast({ tone: "done", text: said("mine", row, null), seconds: 4 });
      change({
        row,
        after: { assigneeId: me.id },
        ask: () => calls.assign(row.id, me.id, row.teamId),
        said: said("mine", row, null),
        icon: UserCheck,
      });
    },
    answered(row, takeBack, seconds) {
      const onBack = reopening(row);
      const next = advance(row);
      const run = () => {
        onBack?.();
        takeBack();
      };
      offerUndo(run, seconds);
      toast({
        tone: "done",
        text: said("answered", row, next),
        icon: Send,
        seconds,
        action: { label: ui("undo"), keys: "z", run },
        ...askReason(row),
      });
    },
    pin(row) {
      const pin = row.pin === 0 ? -1 : row.pin === -1 ? 1 : 0;
      change({
        row,
        after: { pin, ...(row.lane > 0 ? { lane: pin + 2 } : {}) },
        ask: () => calls.pin(row.id, pin),
        said: said(pin === -1 ? "pinnedFirst" : pin === 1 ? "canWait" : "unpinned", row, null),
        icon: Pin,
      });
    },
    unread(row) {
      const readAt = "readAt" in row && typeof row.readAt === "string" ? row.readAt : null;
      markRead(client, row.id, null);
      calls.markUnread(row.id).catch((error: unknown) => toast({ tone: "failed", text: wordsOf(error) }));
      go({ open: null });
      const back = () => {
        if (readAt) markRead(client, row.id, readAt);
        calls.markRead(row.id).catch((error: unknown) => toast({ tone: "failed", text: wordsOf(error) }));
      };
      offerUndo(back, 10);
      toast({
        tone: "done",
        text: said("unread", row, null),
        icon: MailOpen,
        action: { label: ui("undo"), keys: "z", run: back },
      });
    },
    spam(row) {
      const onBack = reopening(row);
      const next = advance(row);
      change({
        row,
        after: { status: "spam", snoozedUntil: null, resolvedAt: null },
        ask: () => calls.markSpam(row.id),
        said: said("spam", row, next),
        onBack,
        icon: Ban,
        also: { label: t("beside.blockToo"), run: () => setDialog({ name: "block", row }) },
      });
    },
    follow(row) {
      const turn = async (on: boolean) => {
        await (on ? calls.follow(row.id) : calls.unfollow(row.id));
        await client.invalidateQueries({ queryKey: held.conversation(row.id) });
      };
      const failed = (error: unknown) => toast({ tone: "failed", text: wordsOf(error) });
      client
        .fetchQuery({
          queryKey: held.conversation(row.id),
          queryFn: () => getConversation(row.id),
          staleTime: 0,
        })
        .then(async ({ isFollowed }) => {
          await turn(!isFollowed);
          const back = () => void turn(isFollowed).catch(failed);
          offerUndo(back, 10);
          toast({
            tone: "done",
            text: said(isFollowed ? "unfollowed" : "followed", row, null),
            icon: BellRing,
            action: { label: ui("undo"), keys: "z", run: back },
          });
        })
        .catch(failed);
    },
    takeNext() {
      const open = place.open === null ? null : idOf(client, place.open);
      takeAndOpen(open).catch((error: unknown) => toast({ tone: "failed", text: wordsOf(error) }));
    },
    undo() {
      if (!undoLast()) toast({ tone: "done", text: t("said.nothingToUndo"), seconds: 4 });
    },
    choose(name, row, anchor) {
      setMenu({ name, row, anchor });
    },
    called: setCalling,
  };

  useLayoutEffect(() => onReady(triage));

  return (
    <Suspense fallback={null}>
      {menu ? (
        <Choices
          name={menu.name}
          row={menu.row}
          anchor={menu.anchor}
          onClose={() => setMenu(null)}
          onAssign={(agent) =>
            change({
              row: menu.row,
              after: { assigneeId: agent?.id ?? null },
              ask: () => calls.assign(menu.row.id, agent?.id ?? null, menu.row.teamId),
              said: said(agent ? "assigned" : "nobodys", menu.row, null, { agent: agent?.name ?? "" }),
              icon: UserCheck,
            })
          }
          onTeam={(team) =>
            change({
              row: menu.row,
              after: { teamId: team?.id ?? null },
              ask: () => calls.assign(menu.row.id, menu.row.assigneeId, team?.id ?? null),
              said: said(team ? "team" : "noTeam", menu.row, null, { team: team?.name ?? "" }),
              icon: UserCheck,
            })
          }
          onSnooze={(until, words) => {
            const onBack = reopening(menu.row);
            const next = advance(menu.row);
            change({
              row: menu.row,
              after: { status: "snoozed", snoozedUntil: until },
              ask: () => calls.snooze(menu.row.id, until),
              said: said(words === null ? "snoozedOpen" : "snoozed", menu.row, next, {
                until: words ?? "",
              }),
              onBack,
              icon: AlarmClock,
            });
          }}
          onTag={(tag, has) =>
            change({
              row: menu.row,
              after: {
                tags: has ? menu.row.tags.filter((one) => one !== tag) : [...menu.row.tags, tag],
              },
              ask: () => (has ? calls.untag(menu.row.id, tag) : calls.tag(menu.row.id, tag)),
              said: t(has ? "said.untagged" : "said.tagged", { tag }),
            })
          }
          onNoReply={(reason: NoReplyReason) => {
            const onBack = reopening(menu.row);
            const next = advance(menu.row);
            change({
              row: menu.row,
              after: {
                status: "resolved",
                resolvedAt: new Date().toISOString(),
                waitingSince: null,
                dueAt: null,
              },
              ask: () => calls.closeWithoutReply(menu.row.id, reason),
              said: said("noReply", menu.row, next, { reason: t(`noReplyReasons.${reason}`) }),
              onBack,
              icon: CheckCheck,
              ...askReason(menu.row),
            });
          }}
        />
      ) : null}
      {calling ? <CallDialog row={calling} onClose={() => setCalling(null)} /> : null}
      {dialog ? <BesideDialog {...dialog} onClose={() => setDialog(null)} /> : null}
      {isSelecting ? <BulkBar /> : null}
      {run ? <ManyProgress /> : null}
    </Suspense>
  );
}
