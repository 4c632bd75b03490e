"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Live } from "@/app/_live/live";
import { DrawnAt } from "@/app/_ui/now";
import type { ActionId } from "@/app/(desk)/actions/table";
import type { AfterResolve, Density, Language, Role } from "@/db/enums";
import type { Counts, Person } from "@/lib/conversations/types";
import type { NoticeView } from "@/lib/notices/list-notices";

export type DeskChannel = {
  id: string;
  kind: string;
  icon: string;
  name: string;
  failingSince: string | null;
  paused: boolean;
};

export type DeskView = {
  id: string;
  name: string;
  query: string;
  sort: "left" | "longest";
  shared: "me" | "team" | "everybody";
  teamId: string | null;
};

/** What every part of the desk may need to know and that seldom changes; drawn with the page. */
export type DeskFacts = {
  me: {
    id: string;
    name: string;
    role: Role;
    language: Language;
    teamIds: readonly string[];
    canTriage: boolean;
    canReply: boolean;
    canNote: boolean;
    /** May let a reply go without a colleague, in an emergency. */
    canBypass: boolean;
    canSaveReplies: boolean;
    canSeeSettings: boolean;
    canSeeReports: boolean;
    canPause: boolean;
    canShareViews: boolean;
    canEditViews: boolean;
    /** Single keys act; off, only those with Ctrl or Cmd do. */
    hasKeys: boolean;
    /** The keys in force for me, by action; see actions/table.ts. */
    keys: { readonly [id in ActionId]?: readonly string[] };
    afterResolve: AfterResolve;
    density: Density;
  };
  agents: Person[];
  teams: Person[];
  channels: DeskChannel[];
  views: DeskView[];
  /** How many conversations each saved view had when the page was drawn. */
  viewCounts: { [viewId: string]: number };
  brands: Person[];
  tags: { [id: string]: string };
  counts: Counts;
  /** What everybody should know today. */
  notices: NoticeView[];
  /** Sample brands are on the desk, and I may remove them. */
  sample: "none" | "shown" | "removable";
  drawnAt: number;
  seq: string;
};

const Desk = createContext<DeskFacts | null>(null);

export function useDesk(): DeskFacts {
  const facts = useContext(Desk);
  if (!facts) throw new Error("useDesk outside the desk");
  return facts;
}

export function DeskProvider({ facts, children }: { facts: DeskFacts; children: ReactNode }) {
  const { id, teamIds } = facts.me;
  const teams = teamIds.join();
  const me = useMemo(() => ({ id, teamIds: teams ? teams.split(",") : [] }), [id, teams]);
  return (
    <Desk value={facts}>
      <DrawnAt value={facts.drawnAt}>
        <Live me={me} seq={facts.seq}>
          {children}
        </Live>
      </DrawnAt>
    </Desk>
  );
}

/** The icon a channel kind goes by on this desk. */
export function useChannelIcon(): (kind: string | null) => string {
  const { channels } = useDesk();
  return (kind) => channels.find((channel) => channel.kind === kind)?.icon ?? kind ?? "message";
}
