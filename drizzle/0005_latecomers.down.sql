DROP TRIGGER take_latecomers ON "tasks";
--> statement-breakpoint
DROP FUNCTION take_latecomers();
