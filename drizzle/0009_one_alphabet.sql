-- name_key also writes a word that mixes look-alike letters of two alphabets in the one that most of its letters are of, as nameKey in
-- language/text does: "Сafe" with a Cyrillic С is "Cafe". The first part is as it was in 0007_text.sql.
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
      DECLARE
        key text;
        word text;
        written text := '';
        latin int;
        cyrillic int;
        greek int;
      BEGIN
        key := btrim(regexp_replace(CASE WHEN octet_length(name) = char_length(name) THEN lower(name COLLATE "C") COLLATE "default"
          ELSE normalize(replace(%s, U&'i\0307', 'i'), NFKC) COLLATE "default" END, %L, ' ', 'g'));
        IF octet_length(key) = char_length(key) OR key !~ '[\u0370-\u03FF\u0400-\u052F]' OR key !~ '[a-z]' THEN RETURN key; END IF;
        FOR word IN
          SELECT part[1] FROM regexp_matches(key, '[a-z\u00DF-\u00F6\u00F8-\u024F\u0300-\u03FF\u0400-\u052F]+|[^a-z\u00DF-\u00F6\u00F8-\u024F\u0300-\u03FF\u0400-\u052F]+', 'g') AS part
        LOOP
          latin := char_length(regexp_replace(word, '[^a-z\u00DF-\u00F6\u00F8-\u024F]', '', 'g'));
          cyrillic := char_length(regexp_replace(word, '[^\u0400-\u052F]', '', 'g'));
          greek := char_length(regexp_replace(word, '[^\u0370-\u03FF]', '', 'g'));
          IF cyrillic > 0 AND greek = 0 THEN
            word := CASE WHEN cyrillic > latin THEN translate(word, 'abekmhopctyxijs', 'авекмнорстухіјѕ') ELSE translate(word, 'авекмнорстухіјѕ', 'abekmhopctyxijs') END;
          ELSIF greek > 0 AND cyrillic = 0 THEN
            word := CASE WHEN greek > latin THEN translate(word, 'abezhiknoptyx', 'αβεζηικνορτυχ') ELSE translate(word, 'αβεζηικνορτυχ', 'abezhiknoptyx') END;
          END IF;
          written := written || word;
        END LOOP;
        RETURN normalize(written, NFKC);
      END $body$
    $sql$,
    format(caseless, format('normalize(regexp_replace(name, %L, '''', ''g''), NFKC)', '[\u034F' || ignorable || ']'), casing), spaces
  );
END $$;
--> statement-breakpoint
-- Tags that a person cannot tell apart: the oldest keeps its name, each other one is numbered and keeps its tasks.
DO $$
DECLARE
  twin record;
  numbered text;
BEGIN
  FOR twin IN
    SELECT id, user_id, name FROM (
      SELECT *, row_number() OVER (PARTITION BY user_id, name_key(name) ORDER BY created_at, id) AS place FROM tags WHERE deleted_at IS NULL
    ) AS named
    WHERE place > 1 ORDER BY created_at, id
  LOOP
    FOR n IN 2..100000 LOOP
      numbered := rtrim(left(twin.name, 49 - length(n::text))) || ' ' || n;
      EXIT WHEN NOT EXISTS (
        SELECT FROM tags WHERE user_id = twin.user_id AND deleted_at IS NULL AND name_key(name) = name_key(numbered)
      );
    END LOOP;
    UPDATE tags SET name = numbered WHERE id = twin.id;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name_unique" ON "tags" USING btree ("user_id",name_key("name")) WHERE deleted_at is null;
