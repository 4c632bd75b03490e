ALTER TABLE "held_replies" ADD COLUMN "has_signature" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "held_replies" ADD COLUMN "has_history" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "held_replies" ADD COLUMN "saved_replies" jsonb DEFAULT '[]'::jsonb NOT NULL;