DROP INDEX "facts_apart";--> statement-breakpoint
ALTER TABLE "facts" DROP CONSTRAINT "facts_conversation_id_kind_ordinal_pk";--> statement-breakpoint
CREATE INDEX "cells_by_day" ON "cells" USING btree ("day");--> statement-breakpoint
CREATE INDEX "facts_of_conversation" ON "facts" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "facts_apart" ON "facts" USING btree ("day","kind","dim_id") WHERE "facts"."missed" is not null or "facts"."to_at" is null or "facts"."to_at" > "facts"."due_at";