CREATE TABLE "macros" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"texts" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"owner_id" uuid,
	"team_id" uuid,
	"brand_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "macros_one_scope" CHECK (num_nonnulls("macros"."owner_id", "macros"."team_id", "macros"."brand_id") <= 1),
	CONSTRAINT "macros_do_something" CHECK (jsonb_array_length("macros"."texts") + jsonb_array_length("macros"."actions") > 0)
);
--> statement-breakpoint
CREATE TABLE "saved_reply_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"saved_reply_id" uuid NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_reply_uses" (
	"saved_reply_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"is_edited" boolean NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_reply_uses_message_id_saved_reply_id_pk" PRIMARY KEY("message_id","saved_reply_id")
);
--> statement-breakpoint
DROP INDEX "saved_replies_name";--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "signature_in" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "signature_in" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD COLUMN "texts" jsonb;--> statement-breakpoint
-- One scope each: what was mine stays mine, in every brand.
UPDATE "saved_replies" SET "brand_id" = NULL WHERE "owner_id" IS NOT NULL;--> statement-breakpoint
-- The languages of one name become the texts of one saved reply.
WITH once AS (
  SELECT DISTINCT ON (lower("name"), "owner_id", "brand_id", "language") * FROM "saved_replies"
  ORDER BY lower("name"), "owner_id", "brand_id", "language", "id"
), kept AS (
  SELECT min("id"::text)::uuid AS "id",
    jsonb_agg(jsonb_build_object('language', "language", 'mode', NULL, 'text', "text") ORDER BY "language") AS "texts"
  FROM once GROUP BY lower("name"), "owner_id", "brand_id"
)
UPDATE "saved_replies" s SET "texts" = kept."texts" FROM kept WHERE kept."id" = s."id";--> statement-breakpoint
DELETE FROM "saved_replies" WHERE "texts" IS NULL;--> statement-breakpoint
ALTER TABLE "saved_replies" ALTER COLUMN "texts" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD COLUMN "is_model" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "has_signature" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "has_history" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "mentions" jsonb;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_owner_id_agents_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reply_files" ADD CONSTRAINT "saved_reply_files_saved_reply_id_saved_replies_id_fk" FOREIGN KEY ("saved_reply_id") REFERENCES "public"."saved_replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reply_uses" ADD CONSTRAINT "saved_reply_uses_saved_reply_id_saved_replies_id_fk" FOREIGN KEY ("saved_reply_id") REFERENCES "public"."saved_replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reply_uses" ADD CONSTRAINT "saved_reply_uses_conversation_id_message_id_messages_conversation_id_id_fk" FOREIGN KEY ("conversation_id","message_id") REFERENCES "public"."messages"("conversation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "macros_name_once" ON "macros" USING btree (lower("name"),coalesce("owner_id", "team_id", "brand_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "macros"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "files_of_saved_reply" ON "saved_reply_files" USING btree ("saved_reply_id");--> statement-breakpoint
CREATE INDEX "uses_of_saved_reply" ON "saved_reply_uses" USING btree ("saved_reply_id","used_at");--> statement-breakpoint
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_replies_name_once" ON "saved_replies" USING btree (lower("name"),coalesce("owner_id", "team_id", "brand_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "saved_replies"."archived_at" is null;--> statement-breakpoint
ALTER TABLE "saved_replies" DROP COLUMN "text";--> statement-breakpoint
ALTER TABLE "saved_replies" DROP COLUMN "language";--> statement-breakpoint
ALTER TABLE "saved_replies" DROP COLUMN "use_count";--> statement-breakpoint
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_one_scope" CHECK (num_nonnulls("saved_replies"."owner_id", "saved_replies"."team_id", "saved_replies"."brand_id") <= 1);--> statement-breakpoint
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_say_something" CHECK (jsonb_array_length("saved_replies"."texts") > 0);