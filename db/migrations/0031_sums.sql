CREATE TABLE "hour_counts" (
	"by" text NOT NULL,
	"of_id" uuid NOT NULL,
	"day" date NOT NULL,
	"hour" smallint NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"reopened" integer DEFAULT 0 NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"resolved" integer DEFAULT 0 NOT NULL,
	"closed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "hour_counts_by_of_id_day_hour_pk" PRIMARY KEY("by","of_id","day","hour")
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"by" text NOT NULL,
	"of_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"met" integer NOT NULL,
	"missed" jsonb NOT NULL,
	"answers" integer NOT NULL,
	"again" integer NOT NULL,
	CONSTRAINT "outcomes_by_of_id_day_kind_pk" PRIMARY KEY("by","of_id","day","kind")
);
--> statement-breakpoint
-- What was counted before.
INSERT INTO "hour_counts" ("by", "of_id", "day", "hour", "received", "asked", "opened", "reopened", "answered", "resolved", "closed")
  SELECT k.by, k.id, n.day, n.hour, sum(n.received), sum(n.asked), sum(n.opened), sum(n.reopened), sum(n.answered), sum(n.resolved), sum(n.closed)
  FROM "counts" n JOIN "dims" d ON d.id = n.dim_id
    CROSS JOIN LATERAL (VALUES ('all', '00000000-0000-0000-0000-000000000000'::uuid), ('brand', d.brand_id), ('channel', d.channel_id), ('team', d.team_id), ('agent', d.agent_id)) k(by, id)
  WHERE k.id IS NOT NULL GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
-- Outcomes are made with the cells, day by day; until then they are counted from the facts.
INSERT INTO "stale_days" ("day") SELECT DISTINCT "day" FROM "facts" ON CONFLICT DO NOTHING;
