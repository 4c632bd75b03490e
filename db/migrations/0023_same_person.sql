-- Several spellings that a provider delivers into one mailbox; says what `mailbox` of lib/customers/proof.ts says.
CREATE FUNCTION proof_mailbox(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN domain IN ('gmail.com', 'googlemail.com') THEN replace(bare, '.', '') || '@gmail.com'
    WHEN domain IN ('outlook.com', 'hotmail.com', 'live.com', 'icloud.com', 'fastmail.com', 'proton.me', 'protonmail.com')
      THEN bare || '@' || domain
    ELSE address END
  FROM (SELECT regexp_replace(regexp_replace(address, '@[^@]*$', ''), '[+].*$', '') AS bare, substring(address from '@([^@]*)$') AS domain) parts
$$;--> statement-breakpoint
-- What a handle and the part of an address before its @ have in common, for finding who may be one person.
CREATE FUNCTION handle_key(kind text, value text, display text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN kind IN ('phone', 'customer_number', 'order_number') OR length(plain) < 5 THEN NULL ELSE left(plain, 80) END
  FROM (SELECT regexp_replace(lower(CASE WHEN kind = 'email' THEN regexp_replace(value, '@[^@]*$', '')
    ELSE regexp_replace(ltrim(display, '@'), '[@.].*$', '') END), '[^a-z0-9]', '', 'g') AS plain) p
$$;--> statement-breakpoint
CREATE INDEX identities_of_mailbox ON identities USING btree (brand_id, md5(proof_mailbox(value))) WHERE kind = 'email' AND revoked_at IS NULL AND value LIKE '%@%';--> statement-breakpoint
CREATE INDEX identities_by_handle ON identities USING btree (brand_id, handle_key(kind, value, display)) WHERE revoked_at IS NULL;
