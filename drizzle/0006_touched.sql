ALTER TABLE "approvals" ADD COLUMN "plan" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "unasked" jsonb;
--> statement-breakpoint
COMMENT ON COLUMN "messages"."unasked" IS 'Of a reply: what its turn has written without asking, kept by the transactions that wrote it.';
--> statement-breakpoint
COMMENT ON COLUMN "approvals"."plan" IS 'What the call comes to and every row that it would change, as the question showed them. Null: asked before there were plans; nothing is done.';
--> statement-breakpoint
-- A transaction can ask which rows it changes, by whatever statement or trigger: while the setting tandem.touched holds a number, each
-- row is noted on the page tandem.touched_NUMBER, as the letter of its table and its id. A full page is followed by the next, so
-- that a row costs the same however many there are. Settings made so end with their transaction or savepoint.
CREATE FUNCTION note_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place text := 'tandem.touched_' || current_setting('tandem.touched');
  page text := current_setting(place);
  written uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND old.version = new.version THEN
    RETURN NULL;
  END IF;
  IF length(page) > 4000 THEN
    place := 'tandem.touched_' || set_config('tandem.touched', (current_setting('tandem.touched')::int + 1)::text, true);
    page := '';
  END IF;
  IF TG_TABLE_NAME = 'task_tags' THEN
    written := coalesce(new.task_id, old.task_id);
  ELSE
    written := coalesce(new.id, old.id);
  END IF;
  PERFORM set_config(place, page || TG_ARGV[0] || written || ' ', true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION touched() RETURNS TABLE (kind text, id uuid) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT left(entry, 1), substr(entry, 2)::uuid
  FROM generate_series(0, nullif(current_setting('tandem.touched', true), '')::int) AS page,
    unnest(string_to_array(current_setting('tandem.touched_' || page), ' ')) AS entry
  WHERE entry <> ''
$$;
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON "tasks" FOR EACH ROW
WHEN (current_setting('tandem.touched', true) <> '') EXECUTE FUNCTION note_touched('t');
--> statement-breakpoint
-- Of a link it is its task that looks different. Whether that is open (is_open), the task says itself.
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OF deleted_at OR DELETE ON "task_tags" FOR EACH ROW
WHEN (current_setting('tandem.touched', true) <> '') EXECUTE FUNCTION note_touched('l');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON "tags" FOR EACH ROW
WHEN (current_setting('tandem.touched', true) <> '') EXECUTE FUNCTION note_touched('g');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON "conversations" FOR EACH ROW
WHEN (current_setting('tandem.touched', true) <> '') EXECUTE FUNCTION note_touched('c');
