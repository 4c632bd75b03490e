CREATE TABLE "alike_texts" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"is_public" boolean NOT NULL,
	"text" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"apart_at" timestamp (3) with time zone,
	"apart_by" uuid
);
--> statement-breakpoint
CREATE TABLE "moderation_hits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"did" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
CREATE TABLE "moderation_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"brand_id" uuid,
	"position" integer NOT NULL,
	"conditions" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"is_last" boolean DEFAULT true NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "failing_told_for" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "access_told_for" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "channel_id" uuid;--> statement-breakpoint
ALTER TABLE "alike_texts" ADD CONSTRAINT "alike_texts_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alike_texts" ADD CONSTRAINT "alike_texts_apart_by_agents_id_fk" FOREIGN KEY ("apart_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_hits" ADD CONSTRAINT "moderation_hits_rule_id_moderation_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."moderation_rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_hits" ADD CONSTRAINT "moderation_hits_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_hits" ADD CONSTRAINT "moderation_hits_undone_by_agents_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_rules" ADD CONSTRAINT "moderation_rules_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_rules" ADD CONSTRAINT "moderation_rules_created_by_agents_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alike_texts_by_trigram" ON "alike_texts" USING gin ("text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "alike_texts_said" ON "alike_texts" USING btree ("said_at");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_hits_once" ON "moderation_hits" USING btree ("message_id","rule_id");--> statement-breakpoint
CREATE INDEX "moderation_hits_of_rule" ON "moderation_hits" USING btree ("rule_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "moderation_hits_newest" ON "moderation_hits" USING btree ("at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "moderation_hits_of_conversation" ON "moderation_hits" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "moderation_rules_in_order" ON "moderation_rules" USING btree ("position") WHERE "moderation_rules"."deleted_at" is null;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;