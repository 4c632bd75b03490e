CREATE TABLE "knocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"message_id" uuid,
	"status" integer,
	"ms" integer NOT NULL,
	"answer" text NOT NULL,
	"is_taken" boolean NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "entered" jsonb;--> statement-breakpoint
ALTER TABLE "knocks" ADD CONSTRAINT "knocks_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "knocks_of_channel" ON "knocks" USING btree ("channel_id","at");--> statement-breakpoint
CREATE INDEX "knocks_of_message" ON "knocks" USING btree ("message_id") WHERE "knocks"."message_id" is not null;