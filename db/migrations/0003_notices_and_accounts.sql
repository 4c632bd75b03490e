CREATE TABLE "agent_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"agent_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agent_identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "notification_settings" (
	"agent_id" uuid PRIMARY KEY NOT NULL,
	"choices" jsonb NOT NULL,
	"quiet" jsonb,
	"mailed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"endpoint_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "push_subscriptions_endpointHash_unique" UNIQUE("endpoint_hash")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "rules_read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "house_rules" text;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "due_told_for" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "is_listed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "push_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "vapid" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "start_folded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "start_put_away_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "key_card_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "schedule_versions" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "agent_identities" ADD CONSTRAINT "agent_identities_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agent_identities_one_of_issuer" ON "agent_identities" USING btree ("agent_id","issuer");--> statement-breakpoint
CREATE INDEX "push_subscriptions_of_agent" ON "push_subscriptions" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "rate_limits_over" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "agents_ending" ON "agents" USING btree ("ends_at") WHERE "agents"."ends_at" is not null and "agents"."deactivated_at" is null;--> statement-breakpoint
CREATE INDEX "queue_due_untold" ON "queue" USING btree ("due_at") WHERE "queue"."status" = 'open' and "queue"."due_told_for" is distinct from "queue"."due_at";--> statement-breakpoint
CREATE INDEX "notifications_of_agent" ON "notifications" USING btree ("agent_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_to_mail" ON "notifications" USING btree ("mail_after") WHERE "notifications"."mail_after" is not null;--> statement-breakpoint
CREATE INDEX "notifications_to_push" ON "notifications" USING btree ("push_after") WHERE "notifications"."push_after" is not null;--> statement-breakpoint
CREATE INDEX "events_of_house" ON "events" USING btree ("id" DESC NULLS LAST) WHERE "events"."conversation_id" is null and "events"."customer_id" is null;