DROP TRIGGER tell_links ON "tasks";
--> statement-breakpoint
DROP FUNCTION tell_links();
--> statement-breakpoint
DROP INDEX "task_tags_open";
--> statement-breakpoint
DROP TRIGGER ask_task ON "task_tags";
--> statement-breakpoint
DROP FUNCTION ask_task();
--> statement-breakpoint
ALTER TABLE "task_tags" DROP COLUMN "is_open";
