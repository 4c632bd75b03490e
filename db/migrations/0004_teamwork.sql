CREATE TABLE "ask_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ask_id" uuid NOT NULL,
	"agent_id" uuid,
	"address" text NOT NULL,
	"channel_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failure_code" text
);
--> statement-breakpoint
CREATE TABLE "asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"asked_by" uuid,
	"agent_id" uuid,
	"team_id" uuid,
	"address" text,
	"question" text NOT NULL,
	"quoted_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"due_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"answer_message_id" uuid,
	"answered_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	"overdue_told_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asks_one_is_asked" CHECK (num_nonnulls("asks"."agent_id", "asks"."team_id", "asks"."address") = 1)
);
--> statement-breakpoint
CREATE TABLE "given_back" (
	"agent_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"given_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "given_back_agent_id_conversation_id_pk" PRIMARY KEY("agent_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "on_call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"team_id" uuid,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"threshold" text DEFAULT 'now' NOT NULL,
	"overdue_minutes" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "on_call_ends_after_start" CHECK ("on_call"."ends_at" > "on_call"."starts_at"),
	CONSTRAINT "on_call_minutes" CHECK ("on_call"."overdue_minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "notice_brands" (
	"notice_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	CONSTRAINT "notice_brands_notice_id_brand_id_pk" PRIMARY KEY("notice_id","brand_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"line_en" text,
	"line_fr" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"is_on_form" boolean DEFAULT false NOT NULL,
	"is_in_acknowledgement" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notices_end_after_start" CHECK ("notices"."ends_at" is null or "notices"."ends_at" > "notices"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "brand_teams" (
	"brand_id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "away_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "give_back_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "schedule_id" uuid;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "opening_dismissed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "team_members" ADD COLUMN "last_assigned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "assignment_mode" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "assignment_cap" integer;--> statement-breakpoint
ALTER TABLE "ask_mails" ADD CONSTRAINT "ask_mails_ask_id_asks_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."asks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_mails" ADD CONSTRAINT "ask_mails_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_mails" ADD CONSTRAINT "ask_mails_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_asked_by_agents_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_answered_by_agents_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "given_back" ADD CONSTRAINT "given_back_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "given_back" ADD CONSTRAINT "given_back_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "on_call" ADD CONSTRAINT "on_call_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "on_call" ADD CONSTRAINT "on_call_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "on_call" ADD CONSTRAINT "on_call_created_by_agents_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_brands" ADD CONSTRAINT "notice_brands_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_brands" ADD CONSTRAINT "notice_brands_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_created_by_agents_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_teams" ADD CONSTRAINT "brand_teams_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_teams" ADD CONSTRAINT "brand_teams_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ask_mails_of_ask" ON "ask_mails" USING btree ("ask_id");--> statement-breakpoint
CREATE INDEX "asks_of_conversation" ON "asks" USING btree ("conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "asks_open" ON "asks" USING btree ("due_at") WHERE "asks"."answered_at" is null and "asks"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "on_call_by_end" ON "on_call" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "notices_by_end" ON "notices" USING btree ("ends_at");--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_schedule_id_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agents_giving_back" ON "agents" USING btree ("give_back_at") WHERE "agents"."give_back_at" is not null;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_assignment_cap" CHECK ("teams"."assignment_cap" > 0);