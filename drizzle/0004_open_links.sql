-- Each link of a tag says whether its task is open, so that counting a tag's open tasks reads one index and no task.
-- First the tasks, then their links, in the order in which the app locks them; nobody writes tasks until this is committed.
CREATE FUNCTION tell_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE task_tags SET is_open = new.completed_at IS NULL AND new.deleted_at IS NULL
  WHERE user_id = new.user_id AND task_id = new.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_links AFTER UPDATE OF completed_at, deleted_at ON "tasks" FOR EACH ROW
WHEN ((old.completed_at IS NULL AND old.deleted_at IS NULL) <> (new.completed_at IS NULL AND new.deleted_at IS NULL))
EXECUTE FUNCTION tell_links();
--> statement-breakpoint
ALTER TABLE "task_tags" ADD COLUMN "is_open" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
-- The lock waits for whoever is completing the task, and makes whoever comes next wait, who then finds this link. Where there is no
-- such task, the reference says so.
CREATE FUNCTION ask_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT completed_at IS NULL AND deleted_at IS NULL INTO new.is_open
  FROM tasks WHERE user_id = new.user_id AND id = new.task_id FOR SHARE;
  new.is_open := coalesce(new.is_open, true);
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER ask_task BEFORE INSERT ON "task_tags" FOR EACH ROW WHEN (new.is_open) EXECUTE FUNCTION ask_task();
--> statement-breakpoint
-- That nobody wrote them: their versions and times stay.
ALTER TABLE "task_tags" DISABLE TRIGGER touch;
--> statement-breakpoint
UPDATE task_tags l SET is_open = false FROM tasks t
WHERE t.user_id = l.user_id AND t.id = l.task_id AND (t.completed_at IS NOT NULL OR t.deleted_at IS NOT NULL);
--> statement-breakpoint
ALTER TABLE "task_tags" ENABLE TRIGGER touch;
--> statement-breakpoint
CREATE INDEX "task_tags_open" ON "task_tags" USING btree ("user_id","tag_id","task_id") WHERE deleted_at is null and is_open;--> statement-breakpoint
COMMENT ON COLUMN "task_tags"."is_open" IS 'Whether its task is neither completed nor in the trash; kept by triggers.';
