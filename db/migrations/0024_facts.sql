CREATE TABLE "cells" (
	"measure" text NOT NULL,
	"clock" text NOT NULL,
	"by" text NOT NULL,
	"of_id" uuid NOT NULL,
	"day" date NOT NULL,
	"n" integer NOT NULL,
	"median" integer NOT NULL,
	"p90" integer NOT NULL,
	"seconds" "bytea" NOT NULL,
	CONSTRAINT "cells_measure_clock_by_of_id_day_pk" PRIMARY KEY("measure","clock","by","of_id","day")
);
--> statement-breakpoint
CREATE TABLE "counts" (
	"day" date NOT NULL,
	"hour" smallint NOT NULL,
	"dim_id" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"reopened" integer DEFAULT 0 NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"resolved" integer DEFAULT 0 NOT NULL,
	"closed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "counts_day_hour_dim_id_pk" PRIMARY KEY("day","hour","dim_id")
);
--> statement-breakpoint
CREATE TABLE "dims" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dims_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"brand_id" uuid NOT NULL,
	"channel_id" uuid,
	"team_id" uuid,
	"agent_id" uuid,
	CONSTRAINT "dims_once" UNIQUE NULLS NOT DISTINCT("brand_id","channel_id","team_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ordinal" smallint NOT NULL,
	"cycle" smallint NOT NULL,
	"is_first" boolean NOT NULL,
	"wrote_again" boolean DEFAULT false NOT NULL,
	"dim_id" integer NOT NULL,
	"day" date NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	"wall" integer,
	"business" integer,
	"their_wall" integer,
	"their_business" integer,
	"ending" text,
	"due_at" timestamp (3) with time zone,
	"missed" text,
	CONSTRAINT "facts_conversation_id_kind_ordinal_pk" PRIMARY KEY("conversation_id","kind","ordinal")
);
--> statement-breakpoint
CREATE TABLE "stale_days" (
	"day" date PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_dim_id_dims_id_fk" FOREIGN KEY ("dim_id") REFERENCES "public"."dims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_dim_id_dims_id_fk" FOREIGN KEY ("dim_id") REFERENCES "public"."dims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "facts_by_day" ON "facts" USING btree ("day","kind","dim_id");--> statement-breakpoint
CREATE INDEX "facts_going_on" ON "facts" USING btree ("from_at") WHERE "facts"."to_at" is null;