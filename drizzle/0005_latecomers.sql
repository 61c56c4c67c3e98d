-- A subtask that is added, or moved, in the very moment in which its task goes to the trash is not seen by the statement that takes the
-- others along: that began before. A function's own statements each see what has been committed by then, and nobody adds more,
-- for the task is locked.
CREATE FUNCTION take_latecomers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH late AS (
    UPDATE tasks SET deleted_at = new.deleted_at
    WHERE user_id = new.user_id AND parent_id = new.id AND deleted_at IS NULL
    RETURNING id
  )
  UPDATE task_tags l SET deleted_at = new.deleted_at FROM late
  WHERE l.user_id = new.user_id AND l.task_id = late.id AND l.deleted_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER take_latecomers AFTER UPDATE OF deleted_at ON "tasks" FOR EACH ROW
WHEN (old.deleted_at IS NULL AND new.deleted_at IS NOT NULL) EXECUTE FUNCTION take_latecomers();
