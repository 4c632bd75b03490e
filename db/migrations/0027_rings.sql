DROP INDEX "queue_due_untold";--> statement-breakpoint
ALTER TABLE "queue" DROP COLUMN "due_told_for";--> statement-breakpoint
-- As before, but the last word on whose turn it is has the status: pauses that a merge brings along end or begin by it too.
CREATE OR REPLACE FUNCTION keep_pauses() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    if is_their_turn(new.status, new.waiting_since) and new.pauses = '{}' then
      new.pauses = array[new.last_message_at];
    end if;
    return new;
  end if;
  if new.status in ('resolved', 'spam') or is_their_turn(new.status, new.waiting_since) then
    new.resolve_due_at = null;
  end if;
  if new.cycle_started_at is distinct from old.cycle_started_at and new.pauses is not distinct from old.pauses then
    new.pauses = '{}';
  end if;
  if is_their_turn(new.status, new.waiting_since) <> (cardinality(new.pauses) % 2 = 1) then
    new.pauses = new.pauses || now();
  end if;
  return new;
end $$;--> statement-breakpoint
-- What was over before anybody kept count is on record, and nobody is called for it now.
INSERT INTO target_moments (conversation_id, kind, due_at, missed_at, reason)
SELECT id, due_kind, due_at, due_at, 'not_answered' FROM conversations
WHERE due_at < now() AND status IN ('open', 'waiting', 'snoozed') AND merged_into_id IS NULL;
