UPDATE queue q SET last_message_at = c.last_message_at, is_new = (c.status = 'open' AND c.first_response_at IS NULL)
FROM conversations c WHERE c.id = q.conversation_id;--> statement-breakpoint
INSERT INTO search_learning (id, learned_until) VALUES ('00000000-0000-7000-8000-000000000001', '-infinity') ON CONFLICT DO NOTHING;--> statement-breakpoint
-- Words without accents and capitals, in no particular language.
CREATE TEXT SEARCH CONFIGURATION public.avant (COPY = pg_catalog.simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.avant ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.simple;--> statement-breakpoint
CREATE FUNCTION search_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize(said, NFC)));--> statement-breakpoint
-- What is found of a message. "noir/blanc" would be one word, the name of a file; and a vector must not pass a megabyte.
CREATE FUNCTION search_vector(subject text, author text, address text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('public.avant'::regconfig, normalize(translate(
  coalesce(subject, '') || ' ' || coalesce(author, '') || ' ' || coalesce(address, '') || ' ' || left(body, 100000), '/_', '  '), NFC));--> statement-breakpoint
CREATE FUNCTION search_week(moment timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN floor(extract(epoch FROM (moment - '1970-01-01 00:00:00+00'::timestamptz)) / 604800)::integer;--> statement-breakpoint
-- The week first, so that a word of every tenth message is read for some weeks only, the newest before the others.
CREATE INDEX messages_search ON messages USING gin (search_week(sent_at), search_vector(subject, author_name, author_address, text));--> statement-breakpoint
CREATE INDEX messages_created ON messages USING brin (created_at);--> statement-breakpoint
CREATE INDEX customers_by_name ON customers USING gin (search_fold(name) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX identities_by_value ON identities USING gin (search_fold(value) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX search_words_begin ON search_words USING btree (word text_pattern_ops);--> statement-breakpoint
CREATE INDEX search_words_alike ON search_words USING gin (word gin_trgm_ops);--> statement-breakpoint
-- Customers whose name, or one of whose addresses of any time, holds all the words; when there are none, those whose
-- name is like them. The longest word is asked of the index.
CREATE FUNCTION search_customers(words text[], most integer) RETURNS TABLE (customer_id uuid) LANGUAGE plpgsql STABLE
SET pg_trgm.word_similarity_threshold = 0.5 AS $$
DECLARE
  asked text[] := (SELECT array_agg(w ORDER BY length(w) DESC) FROM (SELECT search_fold(trim(x)) AS w FROM unnest(words) x) y WHERE w <> '');
  patterns text[] := (SELECT array_agg(CASE WHEN length(w) < 3 THEN '' ELSE '%' END || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%') FROM unnest(asked) w);
BEGIN
  IF asked IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT id FROM (
    SELECT k.id FROM customers k WHERE search_fold(k.name) LIKE patterns[1]
      AND (length(asked[1]) < 3 OR search_fold(k.name) LIKE ALL (SELECT '%' || ltrim(p, '%') FROM unnest(patterns) p))
    UNION
    SELECT i.customer_id FROM identities i WHERE search_fold(i.value) LIKE patterns[1] AND search_fold(i.value) LIKE ALL (patterns)
  ) found LIMIT most;
  IF FOUND OR length(asked[1]) < 4 THEN RETURN; END IF;
  RETURN QUERY SELECT id FROM (
    SELECT k.id, word_similarity(asked[1], search_fold(k.name)) AS alike FROM customers k
    WHERE search_fold(k.name) %> asked[1]
      AND (SELECT bool_and(word_similarity(w, search_fold(k.name)) >= 0.5) FROM unnest(asked) w)
  ) found ORDER BY alike DESC LIMIT least(most, 50);
END $$;
