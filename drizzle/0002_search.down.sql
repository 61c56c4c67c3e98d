DROP INDEX "tasks_text";
--> statement-breakpoint
DROP INDEX "tasks_open_by_priority";
--> statement-breakpoint
-- Refused where something else of this database uses them by now; take them out of here then.
DROP EXTENSION IF EXISTS "btree_gin";
--> statement-breakpoint
DROP EXTENSION IF EXISTS "pg_trgm";
