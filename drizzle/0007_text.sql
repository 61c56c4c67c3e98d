-- The rules for texts (language/text.ts) in SQL. Ranges of characters are written out and collations are named, because classes of
-- characters and lower case depend on the locale of the database. They are PL/pgSQL so that no statement has to inline them anew.
--
-- name_key and search_key: most texts are ASCII, and quick. Others go by the Unicode tables of the server (PostgreSQL 15 to 18 have those
-- of Unicode 14 to 16), and by its own lower case from 17 on, by ICU's before.
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
      CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
      BEGIN
        RETURN btrim(regexp_replace(CASE WHEN octet_length(name) = char_length(name) THEN lower(name COLLATE "C") COLLATE "default"
          ELSE normalize(replace(%s, U&'i\0307', 'i'), NFKC) COLLATE "default" END, %L, ' ', 'g'));
      END $body$
    $sql$,
    format(caseless, format('normalize(regexp_replace(name, %L, '''', ''g''), NFKC)', '[\u034F' || ignorable || ']'), casing), spaces
  );
  EXECUTE format(
    $sql$
      CREATE FUNCTION search_key(content text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
      BEGIN
        RETURN CASE WHEN octet_length(content) = char_length(content) THEN lower(content COLLATE "C") COLLATE "default"
          ELSE normalize(%s, NFC) COLLATE "default" END;
      END $body$
    $sql$,
    format(caseless, format('regexp_replace(normalize(content, NFKD), %L, '''', ''g'')', '[\u0300-\u036F' || ignorable || ']'), casing)
  );
END $$;
--> statement-breakpoint
DROP INDEX "tags_name_unique";--> statement-breakpoint
DROP INDEX "tasks_text";
--> statement-breakpoint
-- Whether a text shows something; a CHECK asks it about texts without a visible ASCII character.
CREATE FUNCTION has_visible(content text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN RETURN content ~ '[^\u0001-\u0020\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFC\U00013430-\U00013442\U00016FE4\U0001BCA0-\U0001BCA3\U0001D159\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]'; END $$;
--> statement-breakpoint
-- What is stored already, and what an undo would bring back, follows the same rules from now on. A title that shows nothing gets a name.
CREATE FUNCTION is_line(content text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN has_visible(content) AND content !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029]';
--> statement-breakpoint
CREATE FUNCTION is_prose(content text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN content !~ '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]';
--> statement-breakpoint
CREATE FUNCTION tidy_line(content text, otherwise text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN NOT is_line(content) THEN (
  SELECT CASE WHEN is_line(tidy) THEN tidy ELSE otherwise END FROM (
    SELECT btrim(regexp_replace(regexp_replace(content, '[\u0009-\u000D\u0085\u2028\u2029]+', ' ', 'g'), '[\u0001-\u001F\u007F-\u009F]', '', 'g')) AS tidy
  ) AS tidied
) ELSE content END;
--> statement-breakpoint
CREATE FUNCTION tidy_prose(content text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN NOT is_prose(content)
  THEN regexp_replace(regexp_replace(content, '\r\n|[\u000B-\u000D\u0085\u2028\u2029]', E'\n', 'g'), '[\u0001-\u0008\u000E-\u001F\u007F-\u009F]', '', 'g')
  ELSE content END;
--> statement-breakpoint
CREATE FUNCTION tidy_record(noun text, side jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN side || jsonb_strip_nulls(jsonb_build_object(
  'title', tidy_line(side->>'title', CASE noun WHEN 'task' THEN 'Untitled' ELSE 'New chat' END),
  'name', tidy_line(side->>'name', 'untitled'),
  'description', tidy_prose(side->>'description')
));
--> statement-breakpoint
UPDATE tasks SET title = tidy_line(title, 'Untitled'), description = tidy_prose(description)
WHERE NOT is_line(title) OR NOT is_prose(description);
--> statement-breakpoint
UPDATE tags SET name = tidy_line(name, 'untitled') WHERE NOT is_line(name);
--> statement-breakpoint
UPDATE conversations SET title = tidy_line(title, 'New chat') WHERE NOT is_line(title);
--> statement-breakpoint
UPDATE users SET name = tidy_line(name, 'Unnamed') WHERE NOT is_line(name);
--> statement-breakpoint
UPDATE changes SET before = tidy_record(noun, before), after = tidy_record(noun, after)
WHERE tidy_record(noun, before) IS DISTINCT FROM before OR tidy_record(noun, after) IS DISTINCT FROM after;
--> statement-breakpoint
DROP FUNCTION tidy_record(text, jsonb);
--> statement-breakpoint
DROP FUNCTION tidy_prose(text);
--> statement-breakpoint
DROP FUNCTION tidy_line(text, text);
--> statement-breakpoint
DROP FUNCTION is_prose(text);
--> statement-breakpoint
DROP FUNCTION is_line(text);
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
CREATE UNIQUE INDEX "tags_name_unique" ON "tags" USING btree ("user_id",name_key("name")) WHERE deleted_at is null;--> statement-breakpoint
-- A trigger's row has no generated column yet: what a write leaves alone must not differ in one.
CREATE OR REPLACE FUNCTION touch_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.completed := old.completed;
  new.search_text := old.search_text;
  IF new IS DISTINCT FROM old THEN
    new.updated_at := now();
    new.version := old.version + 1;
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "search_text" text GENERATED ALWAYS AS (search_key(title || coalesce(e'\n' || description, ''))) STORED;
--> statement-breakpoint
CREATE INDEX "tasks_text" ON "tasks" USING gin ("user_id","search_text" gin_trgm_ops) WITH (fastupdate=true,gin_pending_list_limit=512) WHERE deleted_at is null;
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."search_text" IS 'Title and description as a search compares them: search_key of both.';
--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_title_text" CHECK ((title ~ '[!-~]' or has_visible(title)) and title !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029]');--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_name_text" CHECK ((name ~ '[!-~]' or has_visible(name)) and name !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029]');--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_title_text" CHECK ((title ~ '[!-~]' or has_visible(title)) and title !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029]');--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_description_text" CHECK (description !~ '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]');--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_name_text" CHECK ((name ~ '[!-~]' or has_visible(name)) and name !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029]');
