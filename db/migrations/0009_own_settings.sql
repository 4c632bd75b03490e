ALTER TABLE "agents" ADD COLUMN "density" text DEFAULT 'comfortable' NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "after_resolve" text DEFAULT 'next' NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "own_keys" jsonb DEFAULT '{}'::jsonb NOT NULL;