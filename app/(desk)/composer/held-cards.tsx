"use client";

import type { ConversationView } from "@/lib/conversations/types";
import { ApprovalCard } from "./approval-card";
import { ScheduleCard } from "./schedule-card";
import { SharedDraft } from "./shared-draft";

/** What is written in this conversation and has not left, above the place where one writes. */
export function HeldCards({ view }: { view: ConversationView }) {
  return (
    <div className="scrolls max-h-[45%] shrink-0">
      <SharedDraft view={view} />
      {view.held.map((held) =>
        held.state === "scheduled" || held.state === "stopped" ? (
          <ScheduleCard key={held.id} held={held} view={view} />
        ) : (
          <ApprovalCard key={held.id} held={held} view={view} />
        ),
      )}
    </div>
  );
}
