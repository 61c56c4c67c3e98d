-- Names that differ by this key differed by the one before, too: none needs another.
DROP INDEX "tags_name_unique";
--> statement-breakpoint
DO $$
DECLARE
  casing text := (
    SELECT quote_ident(collname) FROM pg_collation WHERE collname IN ('pg_c_utf8', 'und-x-icu', 'default')
    ORDER BY array_position(ARRAY['pg_c_utf8', 'und-x-icu', 'default'], collname::text) LIMIT 1
  );
  caseless text := $sql$translate(replace(lower(%s COLLATE %s), U&'\00DF', 'ss'),
    U&'\03C2\0131\2018\2019\201C\201D\2212\2010\2011\2012\2013\2014\2015', U&'\03C3' || 'i''''""-------')$sql$;
  ignorable text := '\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E001F\U000E0080-\U000E0FFF';
  spaces text := '[\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+';
BEGIN
  EXECUTE format(
    $sql$
      CREATE OR REPLACE FUNCTION name_key(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
      BEGIN
        RETURN btrim(regexp_replace(CASE WHEN octet_length(name) = char_length(name) THEN lower(name COLLATE "C") COLLATE "default"
          ELSE normalize(replace(%s, U&'i\0307', 'i'), NFKC) COLLATE "default" END, %L, ' ', 'g'));
      END $body$
    $sql$,
    format(caseless, format('normalize(regexp_replace(name, %L, '''', ''g''), NFKC)', '[\u034F' || ignorable || ']'), casing), spaces
  );
END $$;
--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name_unique" ON "tags" USING btree ("user_id",name_key("name")) WHERE deleted_at is null;
