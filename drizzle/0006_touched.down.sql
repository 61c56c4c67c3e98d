DROP TRIGGER note_touched ON "conversations";
--> statement-breakpoint
DROP TRIGGER note_touched ON "tags";
--> statement-breakpoint
DROP TRIGGER note_touched ON "task_tags";
--> statement-breakpoint
DROP TRIGGER note_touched ON "tasks";
--> statement-breakpoint
DROP FUNCTION touched();
--> statement-breakpoint
DROP FUNCTION note_touched();
--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "unasked";
--> statement-breakpoint
ALTER TABLE "approvals" DROP COLUMN "plan";
