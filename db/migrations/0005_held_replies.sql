CREATE TABLE "shared_drafts" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"holder_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"text" text NOT NULL,
	"recipients" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"held_since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "held_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"state" text NOT NULL,
	"mode" text NOT NULL,
	"channel_id" uuid NOT NULL,
	"side_thread_id" uuid,
	"subject" text,
	"text" text NOT NULL,
	"recipients" jsonb NOT NULL,
	"attachment_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"digest" text NOT NULL,
	"seen" text NOT NULL,
	"confirmed" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"afterwards" text NOT NULL,
	"reason" text,
	"approver_id" uuid,
	"fallback_at" timestamp (3) with time zone,
	"fell_back_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"written_text" text,
	"comment" text,
	"send_at" timestamp (3) with time zone,
	"zone" text,
	"if_they_write" text DEFAULT 'cancel' NOT NULL,
	"stop_code" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "held_replies_scheduled_has_date" CHECK ("held_replies"."state" <> 'scheduled' or "held_replies"."send_at" is not null),
	CONSTRAINT "held_replies_awaiting_has_reason" CHECK ("held_replies"."state" <> 'awaiting' or "held_replies"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "side_threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"participants" jsonb NOT NULL,
	"opened_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "public_contacts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "approval_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "approver_id" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "refused" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "side_thread_id" uuid;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "legal_tag" text DEFAULT 'legal' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "approval_fallback_minutes" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "is_legal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shared_drafts" ADD CONSTRAINT "shared_drafts_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_drafts" ADD CONSTRAINT "shared_drafts_holder_id_agents_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_replies" ADD CONSTRAINT "held_replies_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_replies" ADD CONSTRAINT "held_replies_author_id_agents_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_replies" ADD CONSTRAINT "held_replies_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_replies" ADD CONSTRAINT "held_replies_approver_id_agents_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_replies" ADD CONSTRAINT "held_replies_decided_by_agents_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_threads" ADD CONSTRAINT "side_threads_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_threads" ADD CONSTRAINT "side_threads_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_threads" ADD CONSTRAINT "side_threads_opened_by_agents_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_replies_of_conversation" ON "held_replies" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "held_replies_due" ON "held_replies" USING btree ("send_at") WHERE "held_replies"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX "held_replies_awaiting" ON "held_replies" USING btree ("fallback_at") WHERE "held_replies"."state" = 'awaiting';--> statement-breakpoint
CREATE INDEX "side_threads_of_conversation" ON "side_threads" USING btree ("conversation_id");--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_approver_id_agents_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_of_side_thread" ON "messages" USING btree ("side_thread_id") WHERE "messages"."side_thread_id" is not null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_side_has_thread" CHECK (("messages"."kind" in ('side_out', 'side_in')) = ("messages"."side_thread_id" is not null));