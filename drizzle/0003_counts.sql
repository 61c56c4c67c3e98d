DROP INDEX "tasks_open_by_due";--> statement-breakpoint
CREATE INDEX "tasks_open_by_due" ON "tasks" USING btree ("user_id",coalesce(due_date, 'infinity'::date),coalesce(due_time, '24:00'::time),"position","id","due_date","parent_id") WHERE deleted_at is null and completed_at is null;
