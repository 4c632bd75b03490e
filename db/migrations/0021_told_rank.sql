ALTER TABLE "views" ALTER COLUMN "sort" SET DEFAULT 'left';--> statement-breakpoint
ALTER TABLE "risks" ADD COLUMN "told_rank" real;--> statement-breakpoint
ALTER TABLE "risks" ADD COLUMN "safety_told_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "views" SET "sort" = 'left' WHERE "sort" = 'due';
