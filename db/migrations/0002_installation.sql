INSERT INTO installation (id) VALUES (1) ON CONFLICT DO NOTHING;--> statement-breakpoint
-- Triggers, not habits, keep the record of what happened as it is. Removing a brand with its sample data is the one exception, announced for that transaction.
CREATE FUNCTION events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('avant.removing', true) = 'on' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'events are never changed or deleted';
END $$;--> statement-breakpoint
CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION events_stay();
