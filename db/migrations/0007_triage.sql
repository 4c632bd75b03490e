CREATE TABLE "blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"identity_kind" text,
	"value" text NOT NULL,
	"blocked_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"run_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"event_id" bigint,
	"message_id" uuid,
	"delivery_id" uuid,
	"reason" text,
	"params" jsonb,
	CONSTRAINT "bulk_items_run_id_conversation_id_pk" PRIMARY KEY("run_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"act" jsonb NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"held_count" integer DEFAULT 0 NOT NULL,
	"failed_count" integer DEFAULT 0 NOT NULL,
	"undone_count" integer DEFAULT 0 NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"worked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "conversation_follows" (
	"conversation_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_follows_conversation_id_agent_id_pk" PRIMARY KEY("conversation_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "conversation_links" (
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"linked_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_links_one_id_other_id_pk" PRIMARY KEY("one_id","other_id"),
	CONSTRAINT "conversation_links_in_order" CHECK ("conversation_links"."one_id" < "conversation_links"."other_id")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"survivor_id" uuid NOT NULL,
	"stub_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"tag_ids" uuid[] NOT NULL,
	"merged_by" uuid,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint,
	"unmerged_at" timestamp (3) with time zone,
	"unmerged_by" uuid,
	CONSTRAINT "merges_not_into_itself" CHECK ("merges"."survivor_id" <> "merges"."stub_id")
);
--> statement-breakpoint
ALTER TABLE "attachments" DROP CONSTRAINT "attachments_conversation_id_message_id_messages_conversation_id_id_fk";
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_conversation_id_message_id_messages_conversation_id_id_fk";
--> statement-breakpoint
ALTER TABLE "message_versions" DROP CONSTRAINT "message_versions_conversation_id_message_id_messages_conversation_id_id_fk";
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "group_key" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "block_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "follower_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_by_agents_id_fk" FOREIGN KEY ("blocked_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_removed_by_agents_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_follows" ADD CONSTRAINT "conversation_follows_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_follows" ADD CONSTRAINT "conversation_follows_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_links" ADD CONSTRAINT "conversation_links_one_id_conversations_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_links" ADD CONSTRAINT "conversation_links_other_id_conversations_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_links" ADD CONSTRAINT "conversation_links_linked_by_agents_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_survivor_id_conversations_id_fk" FOREIGN KEY ("survivor_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_stub_id_conversations_id_fk" FOREIGN KEY ("stub_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_merged_by_agents_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_unmerged_by_agents_id_fk" FOREIGN KEY ("unmerged_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "blocks_once" ON "blocks" USING btree ("brand_id","kind",coalesce("identity_kind", ''),md5("value")) WHERE "blocks"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "bulk_items_waiting" ON "bulk_items" USING btree ("run_id","conversation_id") WHERE "bulk_items"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "bulk_items_done" ON "bulk_items" USING btree ("run_id","conversation_id") WHERE "bulk_items"."state" = 'done';--> statement-breakpoint
CREATE INDEX "bulk_runs_to_do" ON "bulk_runs" USING btree ("worked_at") WHERE "bulk_runs"."state" in ('running', 'undoing');--> statement-breakpoint
CREATE INDEX "bulk_runs_of_agent" ON "bulk_runs" USING btree ("agent_id","created_at");--> statement-breakpoint
CREATE INDEX "conversation_follows_of_agent" ON "conversation_follows" USING btree ("agent_id","conversation_id");--> statement-breakpoint
CREATE INDEX "conversation_links_of_other" ON "conversation_links" USING btree ("other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_once" ON "merges" USING btree ("stub_id") WHERE "merges"."unmerged_at" is null;--> statement-breakpoint
CREATE INDEX "merges_of_survivor" ON "merges" USING btree ("survivor_id","merged_at") WHERE "merges"."unmerged_at" is null;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_conversation_id_message_id_messages_conversation_id_id_fk" FOREIGN KEY ("conversation_id","message_id") REFERENCES "public"."messages"("conversation_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_conversation_id_message_id_messages_conversation_id_id_fk" FOREIGN KEY ("conversation_id","message_id") REFERENCES "public"."messages"("conversation_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "message_versions" ADD CONSTRAINT "message_versions_conversation_id_message_id_messages_conversation_id_id_fk" FOREIGN KEY ("conversation_id","message_id") REFERENCES "public"."messages"("conversation_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "conversations_merged" ON "conversations" USING btree ("merged_into_id") WHERE "conversations"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "conversations_of_group" ON "conversations" USING btree ("group_key") WHERE "conversations"."group_key" is not null;