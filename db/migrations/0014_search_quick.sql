CREATE INDEX "messages_notes" ON "messages" USING btree ("conversation_id") WHERE "messages"."kind" = 'note';--> statement-breakpoint
-- What waits to be put into an index is read whole by each search: 4 MB of it took 50 ms.
ALTER INDEX messages_search SET (gin_pending_list_limit = 256);--> statement-breakpoint
ALTER INDEX customers_by_name SET (gin_pending_list_limit = 64);--> statement-breakpoint
ALTER INDEX identities_by_value SET (gin_pending_list_limit = 64);--> statement-breakpoint
ALTER INDEX search_words_alike SET (gin_pending_list_limit = 64);--> statement-breakpoint
-- Two words are asked of the index, not one: of a frequent first name thousands were looked at for the last name. Of
-- names that are only like the typed one at most 2,000 are compared.
CREATE OR REPLACE FUNCTION search_customers(words text[], most integer) RETURNS TABLE (customer_id uuid, is_alike boolean) LANGUAGE plpgsql STABLE
ROWS 50 SET pg_trgm.word_similarity_threshold = 0.4 AS $$
DECLARE
  asked text[] := (SELECT array_agg(w ORDER BY length(w) DESC) FROM (SELECT search_fold(trim(x)) AS w FROM unnest(words) x) y WHERE w <> '');
  patterns text[] := (SELECT array_agg(CASE WHEN length(w) < 3 THEN '' ELSE '%' END || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%') FROM unnest(asked) w);
  one text := patterns[1];
  two text := coalesce(patterns[2], one);
BEGIN
  IF asked IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT id, false FROM (
    SELECT k.id FROM customers k WHERE search_fold(k.name) LIKE one AND search_fold(k.name) LIKE (CASE WHEN length(asked[1]) < 3 THEN one ELSE '%' || ltrim(two, '%') END)
      AND (cardinality(asked) < 3 OR length(asked[1]) < 3 OR search_fold(k.name) LIKE ALL (SELECT '%' || ltrim(p, '%') FROM unnest(patterns) p))
    UNION
    SELECT i.customer_id FROM identities i WHERE search_fold(i.value) LIKE one AND search_fold(i.value) LIKE two
      AND (cardinality(asked) < 3 OR search_fold(i.value) LIKE ALL (patterns))
  ) found LIMIT most;
  IF FOUND OR length(asked[1]) < 4 THEN RETURN; END IF;
  RETURN QUERY SELECT id, true FROM (
    SELECT near.id, word_similarity(asked[1], near.folded) AS alike
    FROM (SELECT k.id, search_fold(k.name) AS folded FROM customers k WHERE search_fold(k.name) %> asked[1] LIMIT 2000) near
    WHERE (SELECT bool_and(word_similarity(w, near.folded) >= 0.4) FROM unnest(asked) w)
  ) found ORDER BY alike DESC LIMIT least(most, 100);
END $$;
