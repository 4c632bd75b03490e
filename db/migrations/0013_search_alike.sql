-- Two letters of a name may be wrong: the index gives those that are somewhat like it, search-words.ts counts the letters.
DROP FUNCTION search_customers(text[], integer);--> statement-breakpoint
CREATE FUNCTION search_customers(words text[], most integer) RETURNS TABLE (customer_id uuid, is_alike boolean) LANGUAGE plpgsql STABLE
SET pg_trgm.word_similarity_threshold = 0.4 AS $$
DECLARE
  asked text[] := (SELECT array_agg(w ORDER BY length(w) DESC) FROM (SELECT search_fold(trim(x)) AS w FROM unnest(words) x) y WHERE w <> '');
  patterns text[] := (SELECT array_agg(CASE WHEN length(w) < 3 THEN '' ELSE '%' END || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%') FROM unnest(asked) w);
BEGIN
  IF asked IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT id, false FROM (
    SELECT k.id FROM customers k WHERE search_fold(k.name) LIKE patterns[1]
      AND (length(asked[1]) < 3 OR search_fold(k.name) LIKE ALL (SELECT '%' || ltrim(p, '%') FROM unnest(patterns) p))
    UNION
    SELECT i.customer_id FROM identities i WHERE search_fold(i.value) LIKE patterns[1] AND search_fold(i.value) LIKE ALL (patterns)
  ) found LIMIT most;
  IF FOUND OR length(asked[1]) < 4 THEN RETURN; END IF;
  RETURN QUERY SELECT id, true FROM (
    SELECT k.id, word_similarity(asked[1], search_fold(k.name)) AS alike FROM customers k
    WHERE search_fold(k.name) %> asked[1]
      AND (SELECT bool_and(word_similarity(w, search_fold(k.name)) >= 0.4) FROM unnest(asked) w)
  ) found ORDER BY alike DESC LIMIT least(most, 100);
END $$;
