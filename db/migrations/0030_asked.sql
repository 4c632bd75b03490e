ALTER TABLE "counts" ADD COLUMN "asked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What was counted before: each wait in the hour in which it began, under the same dimensions as its fact.
INSERT INTO "counts" ("day", "hour", "dim_id", "asked")
  SELECT f.day, extract(hour from f.from_at at time zone coalesce((select zone from organisation), 'Europe/Paris'))::smallint, f.dim_id, count(*)
  FROM "facts" f WHERE f.kind = 'wait' GROUP BY 1, 2, 3
  ON CONFLICT ("day", "hour", "dim_id") DO UPDATE SET "asked" = excluded."asked";
