CREATE TABLE "signal_houses" (
	"brand_id" uuid PRIMARY KEY NOT NULL,
	"ran_on" date,
	"gap_days" real,
	"gap_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "signal_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"secret" text NOT NULL,
	"last_received_at" timestamp (3) with time zone,
	"received" integer DEFAULT 0 NOT NULL,
	"last_fault" text,
	"last_fault_at" timestamp (3) with time zone,
	"faults" integer DEFAULT 0 NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "outreaches" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "outreaches" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "outreaches" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outreaches" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "outreaches" ADD COLUMN "because" text;--> statement-breakpoint
ALTER TABLE "outreaches" ADD COLUMN "quiet_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "signal_houses" ADD CONSTRAINT "signal_houses_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_sources" ADD CONSTRAINT "signal_sources_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_sources" ADD CONSTRAINT "signal_sources_created_by_agents_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signal_sources_of_brand" ON "signal_sources" USING btree ("brand_id");--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreaches" ADD CONSTRAINT "outreaches_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreaches" ADD CONSTRAINT "outreaches_ended_by_agents_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_of_import" ON "customers" USING btree ("import_id") WHERE "customers"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "identities_of_import" ON "identities" USING btree ("import_id") WHERE "identities"."import_id" is not null;