"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { getSharedDraft, takeSharedDraft, unshareDraft } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { firstName } from "@/app/(desk)/queue/first-name";
import type { ConversationView } from "@/lib/conversations/types";
import { useHeld } from "./use-held";

const LOOK_EVERY_MS = 2_500;

/** A draft that belongs to the conversation: who has it, what stands in it, and the one click that takes it over. */
export function SharedDraft({ view }: { view: ConversationView }) {
  const t = useTranslations("composer.shared");
  const { me } = useDesk();
  const client = useQueryClient();
  const id = view.row.id;
  const isMine = view.sharedDraft?.holder.id === me.id;
  const { data } = useQuery({
    queryKey: ["shared-draft", id],
    queryFn: () => getSharedDraft(id),
    enabled: view.sharedDraft !== null && !isMine,
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  });
  const ask = useHeld(id);
  if (!view.sharedDraft) return null;

  if (isMine) {
    return (
      <p className="mx-4 mb-1.5 flex items-center gap-2 text-ink-2 type-meta max-desk:mx-2.5">
        <Icon of={Users} size={14} />
        {t("mine")}
        <button
          type="button"
          onClick={() => void ask.run(() => unshareDraft(id))}
          className="font-medium text-accent hover:underline"
        >
          {t("end")}
        </button>
      </p>
    );
  }
  const draft = data ?? view.sharedDraft;
  return (
    <section
      aria-label={t("title")}
      className="mx-4 mb-3 rounded-card border border-line-strong bg-surface px-4 py-3 max-desk:mx-2.5"
    >
      <div className="flex items-center gap-2.5">
        <Avatar name={draft.holder.name} of="agent" size={24} />
        <p className="min-w-0 flex-1 truncate font-semibold">
          {t("theirs", { name: firstName(draft.holder.name) })}
        </p>
        <Button
          look="accent"
          disabled={ask.isBusy}
          onClick={() =>
            void ask
              .run(() => takeSharedDraft(id))
              .then(() => client.removeQueries({ queryKey: ["shared-draft", id] }))
              .then(() => client.invalidateQueries({ queryKey: held.conversation(id) }))
          }
        >
          {t("take")}
        </Button>
      </div>
      <p className="words mt-1.5 max-w-[68ch] text-ink-2 type-message" dir="auto">
        {draft.text || t("empty")}
      </p>
    </section>
  );
}
