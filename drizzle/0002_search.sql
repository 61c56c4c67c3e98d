-- Both are trusted: whoever may create in this database may create them. Trigrams find a text anywhere in another; the other one
-- lets the same index lead with the user, so that nobody's search reads what others wrote.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS "btree_gin";
--> statement-breakpoint
CREATE INDEX "tasks_open_by_priority" ON "tasks" USING btree ("user_id",(case priority when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end),coalesce(due_date, 'infinity'::date),coalesce(due_time, '24:00'::time),"position","id") WHERE deleted_at is null and completed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_text" ON "tasks" USING gin ("user_id","title" gin_trgm_ops,"description" gin_trgm_ops) WITH (fastupdate=true,gin_pending_list_limit=512) WHERE deleted_at is null;
