CREATE TABLE "contact_reason_tags" (
	"reason_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "contact_reason_tags_reason_id_tag_id_pk" PRIMARY KEY("reason_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "contact_reasons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"names" jsonb NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "contact_reasons_not_own_parent" CHECK ("contact_reasons"."parent_id" <> "contact_reasons"."id")
);
--> statement-breakpoint
CREATE TABLE "marked_dates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "marked_dates_in_order" CHECK ("marked_dates"."first_day" <= "marked_dates"."last_day"),
	CONSTRAINT "marked_dates_have_title" CHECK ("marked_dates"."title" <> '')
);
--> statement-breakpoint
CREATE TABLE "month_pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"month" date NOT NULL,
	"brand_id" uuid,
	"changed" text DEFAULT '' NOT NULL,
	"picked" uuid[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "month_pages_once" UNIQUE NULLS NOT DISTINCT("month","brand_id")
);
--> statement-breakpoint
CREATE TABLE "survey_channels" (
	"channel_id" uuid PRIMARY KEY NOT NULL,
	"delay_minutes" integer NOT NULL,
	"set_by" uuid,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_channels_delay" CHECK ("survey_channels"."delay_minutes" between 0 and 10080)
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"channel_id" uuid,
	"team_id" uuid,
	"agent_id" uuid,
	"resolved_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"ask_after" timestamp (3) with time zone NOT NULL,
	"refusal" text,
	"decided_at" timestamp (3) with time zone,
	"language" text NOT NULL,
	"message_id" uuid,
	"token_hash" text,
	"closes_at" timestamp (3) with time zone,
	"verdict" text,
	"comment" text,
	"answered_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "surveys_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "surveys_refused_has_reason" CHECK (("surveys"."state" = 'refused') = ("surveys"."refusal" is not null)),
	CONSTRAINT "surveys_decided_has_date" CHECK (("surveys"."state" = 'waiting') = ("surveys"."decided_at" is null)),
	CONSTRAINT "surveys_answer_has_date" CHECK (("surveys"."verdict" is null) = ("surveys"."answered_at" is null)),
	CONSTRAINT "surveys_only_asked_answer" CHECK ("surveys"."answered_at" is null or "surveys"."state" = 'asked')
);
--> statement-breakpoint
CREATE TABLE "weekly_reports" (
	"agent_id" uuid NOT NULL,
	"week" date NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_after" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"left_out_at" timestamp (3) with time zone,
	CONSTRAINT "weekly_reports_agent_id_week_pk" PRIMARY KEY("agent_id","week")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "contact_reason_id" uuid;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "weekly_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contact_reason_tags" ADD CONSTRAINT "contact_reason_tags_reason_id_contact_reasons_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."contact_reasons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_reason_tags" ADD CONSTRAINT "contact_reason_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_reasons" ADD CONSTRAINT "contact_reasons_parent_id_contact_reasons_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."contact_reasons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marked_dates" ADD CONSTRAINT "marked_dates_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marked_dates" ADD CONSTRAINT "marked_dates_created_by_agents_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_pages" ADD CONSTRAINT "month_pages_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_pages" ADD CONSTRAINT "month_pages_updated_by_agents_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_channels" ADD CONSTRAINT "survey_channels_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_channels" ADD CONSTRAINT "survey_channels_set_by_agents_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_reports" ADD CONSTRAINT "weekly_reports_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_reasons_of_tag" ON "contact_reason_tags" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "contact_reasons_in_order" ON "contact_reasons" USING btree ("parent_id","position");--> statement-breakpoint
CREATE INDEX "marked_dates_by_day" ON "marked_dates" USING btree ("first_day","last_day");--> statement-breakpoint
CREATE UNIQUE INDEX "surveys_once" ON "surveys" USING btree ("conversation_id","resolved_at");--> statement-breakpoint
CREATE INDEX "surveys_to_ask" ON "surveys" USING btree ("ask_after") WHERE "surveys"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "surveys_of_customer" ON "surveys" USING btree ("customer_id","decided_at");--> statement-breakpoint
CREATE INDEX "surveys_decided" ON "surveys" USING btree ("decided_at") WHERE "surveys"."state" <> 'waiting';--> statement-breakpoint
CREATE INDEX "surveys_answered" ON "surveys" USING btree ("answered_at") WHERE "surveys"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "surveys_of_message" ON "surveys" USING btree ("message_id") WHERE "surveys"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "weekly_reports_to_send" ON "weekly_reports" USING btree ("try_after") WHERE "weekly_reports"."sent_at" is null and "weekly_reports"."left_out_at" is null;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_reason_id_contact_reasons_id_fk" FOREIGN KEY ("contact_reason_id") REFERENCES "public"."contact_reasons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_of_reason" ON "conversations" USING btree ("contact_reason_id") WHERE "conversations"."contact_reason_id" is not null;