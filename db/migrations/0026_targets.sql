CREATE TABLE "target_moments" (
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"warned_at" timestamp (3) with time zone,
	"missed_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "target_moments_conversation_id_kind_due_at_pk" PRIMARY KEY("conversation_id","kind","due_at"),
	CONSTRAINT "target_moments_have_reason" CHECK (("target_moments"."missed_at" is null) = ("target_moments"."reason" is null))
);
--> statement-breakpoint
CREATE TABLE "schedule_uses" (
	"brand_id" uuid,
	"team_id" uuid,
	"schedule_id" uuid,
	"valid_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "schedule_uses_once" UNIQUE NULLS NOT DISTINCT("brand_id","team_id","valid_from"),
	CONSTRAINT "schedule_uses_of_one" CHECK (num_nonnulls("schedule_uses"."brand_id", "schedule_uses"."team_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "resolve_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "pauses" timestamp (3) with time zone[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "rings_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "risks" ADD COLUMN "patience_band" text;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "pin" smallint;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "tag_id" uuid;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "band" text;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "warn_seconds" integer;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "escalate_agent_id" uuid;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "escalate_team_id" uuid;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "is_handed_over" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "schedule_id" uuid;--> statement-breakpoint
ALTER TABLE "target_moments" ADD CONSTRAINT "target_moments_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_uses" ADD CONSTRAINT "schedule_uses_schedule_id_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_schedule_id_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "queue_rings" ON "queue" USING btree ("rings_at") WHERE "queue"."rings_at" is not null;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_pin" CHECK ("targets"."pin" between -1 and 1);--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_warn_before" CHECK ("targets"."warn_seconds" >= 0 and "targets"."warn_seconds" < "targets"."seconds");--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_call_one" CHECK (num_nonnulls("targets"."escalate_agent_id", "targets"."escalate_team_id") <= 1);--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_hand_to_team" CHECK (not "targets"."is_handed_over" or "targets"."escalate_team_id" is not null);--> statement-breakpoint
CREATE FUNCTION is_their_turn(status text, waiting_since timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  select status = 'waiting' or (status = 'snoozed' and waiting_since is null)
$$;--> statement-breakpoint
-- Their turn begins and ends with the status, whoever writes it. Who sets the pauses themselves, as an undo does, is believed.
CREATE FUNCTION keep_pauses() RETURNS trigger LANGUAGE plpgsql AS $$
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
  if new.pauses is distinct from old.pauses then
    return new;
  end if;
  if new.cycle_started_at is distinct from old.cycle_started_at then
    new.pauses = case when is_their_turn(new.status, new.waiting_since) then array[now()] else '{}' end;
  elsif is_their_turn(new.status, new.waiting_since) <> (cardinality(old.pauses) % 2 = 1) then
    new.pauses = old.pauses || now();
  end if;
  return new;
end $$;--> statement-breakpoint
CREATE TRIGGER conversations_keep_pauses_new BEFORE INSERT ON conversations FOR EACH ROW
  WHEN (new.status in ('waiting', 'snoozed')) EXECUTE FUNCTION keep_pauses();--> statement-breakpoint
CREATE TRIGGER conversations_keep_pauses BEFORE UPDATE ON conversations FOR EACH ROW
  WHEN (old.status is distinct from new.status or old.waiting_since is distinct from new.waiting_since
    or old.cycle_started_at is distinct from new.cycle_started_at) EXECUTE FUNCTION keep_pauses();--> statement-breakpoint
UPDATE conversations SET pauses = array[last_message_at] WHERE is_their_turn(status, waiting_since);--> statement-breakpoint
-- Ranked again, every row learns when something is to be said of its targets.
UPDATE queue SET rank_valid_until = '-infinity';
