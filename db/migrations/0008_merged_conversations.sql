-- A merged conversation keeps its messages and points at the one that goes on; that one may be merged in its turn.
CREATE FUNCTION survivor_of(conversation uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE up AS (
    SELECT c.id, c.merged_into_id FROM conversations c WHERE c.id = conversation
    UNION ALL
    SELECT c.id, c.merged_into_id FROM up JOIN conversations c ON c.id = up.merged_into_id
  )
  SELECT id FROM up WHERE merged_into_id IS NULL
$$;
--> statement-breakpoint
-- A conversation and everything that was merged into it, however far down.
CREATE FUNCTION merged_with(conversation uuid) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE down AS (
    SELECT conversation AS id
    UNION ALL
    SELECT c.id FROM down JOIN conversations c ON c.merged_into_id = down.id
  )
  SELECT id FROM down
$$;
