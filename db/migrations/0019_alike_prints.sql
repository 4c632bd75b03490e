DROP INDEX "alike_texts_by_trigram";--> statement-breakpoint
ALTER TABLE "alike_texts" ADD COLUMN "print" bit(2048) NOT NULL;--> statement-breakpoint
ALTER TABLE "alike_texts" ADD COLUMN "size" smallint NOT NULL;