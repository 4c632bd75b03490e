CREATE TABLE "commitment_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"commitment_id" uuid NOT NULL,
	"due_before" timestamp (3) with time zone,
	"due_after" timestamp (3) with time zone,
	"owner_before" text,
	"owner_after" text,
	"agreement" text,
	"agreed_message_id" uuid,
	"by" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid,
	"text" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"is_day" boolean DEFAULT true NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"owner_id" uuid,
	"owner_address" text,
	"owner_name" text,
	"team_id" uuid,
	"made_by" uuid,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"show_at" timestamp (3) with time zone NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"broken_at" timestamp (3) with time zone,
	"kept_message_id" uuid,
	"note" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "commitments_say_something" CHECK ("commitments"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "gesture_limits" (
	"id" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gesture_limits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"role" text,
	"agent_id" uuid,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "gesture_limits_of_one" CHECK (("gesture_limits"."role" is null) <> ("gesture_limits"."agent_id" is null))
);
--> statement-breakpoint
CREATE TABLE "gestures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"commitment_id" uuid,
	"kind" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"note" text,
	"state" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"refused_because" text,
	CONSTRAINT "gestures_amount" CHECK ("gestures"."amount_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "customer_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"a_id" uuid NOT NULL,
	"b_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"evidence" text NOT NULL,
	"weight" real,
	"reasons" jsonb NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid,
	CONSTRAINT "customer_links_in_order" CHECK ("customer_links"."a_id" < "customer_links"."b_id")
);
--> statement-breakpoint
CREATE TABLE "leaks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"private_conversation_id" uuid NOT NULL,
	"private_message_id" uuid,
	"told_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"public_conversation_id" uuid,
	"public_message_id" uuid,
	"url" text,
	"posted_at" timestamp (3) with time zone NOT NULL,
	"door" text NOT NULL,
	"cause" text,
	"found_by" uuid,
	"found_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"is_sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"by" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"counts" jsonb NOT NULL,
	"files" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy_requests" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"extended_because" text,
	"done_at" timestamp (3) with time zone,
	"done_by" uuid,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "cue_labels" (
	"message_id" uuid NOT NULL,
	"family" text NOT NULL,
	"conversation_id" uuid NOT NULL,
	"is_said" boolean NOT NULL,
	"by" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cue_labels_message_id_family_pk" PRIMARY KEY("message_id","family")
);
--> statement-breakpoint
CREATE TABLE "cue_phrases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"family" text NOT NULL,
	"reason" text NOT NULL,
	"pattern" text NOT NULL,
	"weight" real NOT NULL,
	"is_off" boolean DEFAULT false NOT NULL,
	"edition" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "message_marks" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"is_public" boolean NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"scores" jsonb NOT NULL,
	"found" jsonb NOT NULL,
	"is_complaint" boolean NOT NULL,
	"edition" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "picks" (
	"team_id" uuid PRIMARY KEY NOT NULL,
	"count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risk_models" (
	"version" integer PRIMARY KEY NOT NULL,
	"model" jsonb NOT NULL,
	"posts" integer DEFAULT 0 NOT NULL,
	"hours" double precision DEFAULT 0 NOT NULL,
	"held_out" double precision,
	"held_out_before" double precision,
	"lift" real,
	"fallen_back_at" timestamp (3) with time zone,
	"in_force_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "risk_spans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"patience" text NOT NULL,
	"waiting_since" timestamp (3) with time zone NOT NULL,
	"known" integer NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	"ending" text,
	"model" integer NOT NULL,
	"is_oldest" boolean DEFAULT false NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risks" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"waiting_since" timestamp (3) with time zone,
	"patience" text NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"reasons" jsonb NOT NULL,
	"is_safety" boolean DEFAULT false NOT NULL,
	"patience_hours" real,
	"by" text NOT NULL,
	"promise_at" timestamp (3) with time zone,
	"band" text NOT NULL,
	"hazard" double precision NOT NULL,
	"model" integer NOT NULL,
	"calmed_at" timestamp (3) with time zone,
	"calmed_by" uuid,
	"calmed_because" text,
	"scored_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"what" text NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'preview' NOT NULL,
	"mapping" jsonb NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"storage_key" text,
	"size" integer DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"read_rows" integer DEFAULT 0 NOT NULL,
	"stored" integer DEFAULT 0 NOT NULL,
	"already_known" integer DEFAULT 0 NOT NULL,
	"new_customers" integer DEFAULT 0 NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"faulty" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outreaches" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"rule_kind" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"way" text NOT NULL,
	"score" real DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signal_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cool_down_days" integer DEFAULT 90 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"external_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"amount_minor" numeric,
	"currency" text,
	"import_id" uuid,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"because" text,
	"by" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "series_hours" (
	"brand_id" uuid NOT NULL,
	"series" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	"is_flagged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "series_hours_brand_id_series_hour_pk" PRIMARY KEY("brand_id","series","hour")
);
--> statement-breakpoint
CREATE TABLE "spikes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand_id" uuid NOT NULL,
	"series" text NOT NULL,
	"from_hour" timestamp (3) with time zone NOT NULL,
	"to_hour" timestamp (3) with time zone NOT NULL,
	"hours" smallint NOT NULL,
	"seen" integer NOT NULL,
	"expected" real,
	"groups" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"dismissed_at" timestamp (3) with time zone,
	"dismissed_by" uuid,
	"is_false" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
DROP INDEX "queue_open_by_due";--> statement-breakpoint
DROP INDEX "queue_open_mine";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "kind" text DEFAULT 'contact' NOT NULL;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "kind" text DEFAULT 'contact' NOT NULL;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "lane" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
UPDATE queue SET lane = CASE WHEN pin < 0 THEN 1 WHEN pin > 0 THEN 3 ELSE 2 END;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "rank" real DEFAULT 1000 NOT NULL;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "band" text DEFAULT 'calm' NOT NULL;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "rank_valid_until" timestamp (3) with time zone DEFAULT '-infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "person_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;--> statement-breakpoint
UPDATE customers SET person_id = id;--> statement-breakpoint
-- A record stands for itself until somebody is found to have several.
CREATE FUNCTION stand_for_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id = '00000000-0000-0000-0000-000000000000' THEN NEW.person_id := NEW.id; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER customers_stand_for_themselves BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION stand_for_itself();--> statement-breakpoint
-- The record that stands for the person behind a record.
CREATE FUNCTION person_of(customer uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT person_id FROM customers WHERE id = customer
$$;--> statement-breakpoint
-- Every record of the person behind a record.
CREATE FUNCTION records_of(customer uuid) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT o.id FROM customers k JOIN customers o ON o.person_id = k.person_id WHERE k.id = customer
$$;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "unsubscribed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "no_profile_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "outreaches_per_day" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "profile_days" integer DEFAULT 1095 NOT NULL;--> statement-breakpoint
ALTER TABLE "commitment_moves" ADD CONSTRAINT "commitment_moves_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_moves" ADD CONSTRAINT "commitment_moves_by_agents_id_fk" FOREIGN KEY ("by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_owner_id_agents_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_made_by_agents_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_closed_by_agents_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gesture_limits" ADD CONSTRAINT "gesture_limits_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_asked_by_agents_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_decided_by_agents_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_a_id_customers_id_fk" FOREIGN KEY ("a_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_b_id_customers_id_fk" FOREIGN KEY ("b_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_decided_by_agents_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_revoked_by_agents_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaks" ADD CONSTRAINT "leaks_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaks" ADD CONSTRAINT "leaks_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaks" ADD CONSTRAINT "leaks_private_conversation_id_conversations_id_fk" FOREIGN KEY ("private_conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaks" ADD CONSTRAINT "leaks_public_conversation_id_conversations_id_fk" FOREIGN KEY ("public_conversation_id") REFERENCES "public"."conversations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaks" ADD CONSTRAINT "leaks_found_by_agents_id_fk" FOREIGN KEY ("found_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaks" ADD CONSTRAINT "leaks_withdrawn_by_agents_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_by_agents_id_fk" FOREIGN KEY ("by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_done_by_agents_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cue_labels" ADD CONSTRAINT "cue_labels_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cue_labels" ADD CONSTRAINT "cue_labels_by_agents_id_fk" FOREIGN KEY ("by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cue_phrases" ADD CONSTRAINT "cue_phrases_created_by_agents_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_marks" ADD CONSTRAINT "message_marks_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_models" ADD CONSTRAINT "risk_models_changed_by_agents_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_spans" ADD CONSTRAINT "risk_spans_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_spans" ADD CONSTRAINT "risk_spans_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_calmed_by_agents_id_fk" FOREIGN KEY ("calmed_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_agents_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreaches" ADD CONSTRAINT "outreaches_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreaches" ADD CONSTRAINT "outreaches_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_rules" ADD CONSTRAINT "signal_rules_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_rules" ADD CONSTRAINT "signal_rules_changed_by_agents_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_by_agents_id_fk" FOREIGN KEY ("by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_ended_by_agents_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_hours" ADD CONSTRAINT "series_hours_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spikes" ADD CONSTRAINT "spikes_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spikes" ADD CONSTRAINT "spikes_dismissed_by_agents_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitment_moves_of" ON "commitment_moves" USING btree ("commitment_id","at");--> statement-breakpoint
CREATE INDEX "commitments_of_conversation" ON "commitments" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "commitments_of_customer" ON "commitments" USING btree ("customer_id","due_at");--> statement-breakpoint
CREATE INDEX "commitments_of_owner" ON "commitments" USING btree ("owner_id") WHERE "commitments"."state" = 'open';--> statement-breakpoint
CREATE INDEX "commitments_to_show" ON "commitments" USING btree ("show_at") WHERE "commitments"."state" = 'open' and "commitments"."shown_at" is null;--> statement-breakpoint
CREATE INDEX "commitments_due" ON "commitments" USING btree ("due_at") WHERE "commitments"."state" = 'open';--> statement-breakpoint
CREATE INDEX "gesture_limits_of_role" ON "gesture_limits" USING btree ("role");--> statement-breakpoint
CREATE INDEX "gesture_limits_of_agent" ON "gesture_limits" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "gestures_of_conversation" ON "gestures" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "gestures_of_customer" ON "gestures" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "gestures_asked" ON "gestures" USING btree ("asked_at") WHERE "gestures"."state" = 'asked';--> statement-breakpoint
CREATE UNIQUE INDEX "customer_links_once" ON "customer_links" USING btree ("a_id","b_id") WHERE "customer_links"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "customer_links_of_b" ON "customer_links" USING btree ("b_id");--> statement-breakpoint
CREATE INDEX "customer_links_open" ON "customer_links" USING btree ("brand_id","created_at") WHERE "customer_links"."verdict" = 'perhaps' and "customer_links"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "leaks_once" ON "leaks" USING btree ("public_message_id") WHERE "leaks"."withdrawn_at" is null and "leaks"."public_message_id" is not null;--> statement-breakpoint
CREATE INDEX "leaks_of_customer" ON "leaks" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "leaks_of_private" ON "leaks" USING btree ("private_conversation_id");--> statement-breakpoint
CREATE INDEX "leaks_of_public" ON "leaks" USING btree ("public_conversation_id");--> statement-breakpoint
CREATE INDEX "leaks_by_time" ON "leaks" USING btree ("brand_id","posted_at");--> statement-breakpoint
CREATE INDEX "privacy_requests_due" ON "privacy_requests" USING btree ("due_at") WHERE "privacy_requests"."done_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "cue_phrases_once" ON "cue_phrases" USING btree ("language","family","pattern") WHERE "cue_phrases"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "message_marks_of_brand" ON "message_marks" USING btree ("brand_id","said_at");--> statement-breakpoint
CREATE INDEX "message_marks_of_conversation" ON "message_marks" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "risk_spans_open" ON "risk_spans" USING btree ("conversation_id") WHERE "risk_spans"."to_at" is null;--> statement-breakpoint
CREATE INDEX "risk_spans_of_customer" ON "risk_spans" USING btree ("customer_id","from_at");--> statement-breakpoint
CREATE INDEX "risk_spans_by_time" ON "risk_spans" USING btree ("from_at");--> statement-breakpoint
CREATE INDEX "risks_calmed" ON "risks" USING btree ("calmed_at") WHERE "risks"."calmed_at" is not null;--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("brand_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "outreaches_of_customer" ON "outreaches" USING btree ("customer_id","opened_at");--> statement-breakpoint
CREATE INDEX "outreaches_of_brand" ON "outreaches" USING btree ("brand_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "signal_rules_once" ON "signal_rules" USING btree ("brand_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "signals_once" ON "signals" USING btree ("brand_id","kind",md5("external_id"));--> statement-breakpoint
CREATE INDEX "signals_of_customer" ON "signals" USING btree ("customer_id","occurred_at");--> statement-breakpoint
CREATE INDEX "signals_of_brand" ON "signals" USING btree ("brand_id","kind","occurred_at");--> statement-breakpoint
CREATE INDEX "signals_of_import" ON "signals" USING btree ("import_id") WHERE "signals"."import_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "pauses_in_force" ON "pauses" USING btree (((true))) WHERE "pauses"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "series_hours_by_hour" ON "series_hours" USING btree ("hour");--> statement-breakpoint
CREATE UNIQUE INDEX "spikes_open" ON "spikes" USING btree ("brand_id","series") WHERE "spikes"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "spikes_newest" ON "spikes" USING btree ("brand_id","seen_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_person_id_customers_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "queue_open_by_rank" ON "queue" USING btree ("lane","rank","since_at","conversation_id") WHERE "queue"."status" = 'open';--> statement-breakpoint
CREATE INDEX "queue_rank_expired" ON "queue" USING btree ("rank_valid_until");--> statement-breakpoint
CREATE INDEX "customers_of_person" ON "customers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "queue_open_mine" ON "queue" USING btree ("assignee_id","lane","rank","since_at","conversation_id") WHERE "queue"."status" = 'open';