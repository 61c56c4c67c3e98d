-- The way back of 0000_first: nothing is left, and every row is lost.
DROP TABLE "requests";
--> statement-breakpoint
DROP TABLE "changes";
--> statement-breakpoint
DROP TABLE "approvals";
--> statement-breakpoint
DROP TABLE "messages";
--> statement-breakpoint
DROP TABLE "conversations";
--> statement-breakpoint
DROP TABLE "task_tags";
--> statement-breakpoint
DROP TABLE "tags";
--> statement-breakpoint
DROP TABLE "tasks";
--> statement-breakpoint
DROP TABLE "rate_limits";
--> statement-breakpoint
DROP TABLE "verifications";
--> statement-breakpoint
DROP TABLE "accounts";
--> statement-breakpoint
DROP TABLE "sessions";
--> statement-breakpoint
DROP TABLE "users";
--> statement-breakpoint
DROP FUNCTION touch();
--> statement-breakpoint
DROP FUNCTION touch_task();
--> statement-breakpoint
DROP FUNCTION touch_credential();
--> statement-breakpoint
DROP TYPE "repeat_from";
--> statement-breakpoint
DROP TYPE "priority";
--> statement-breakpoint
DROP TYPE "message_role";
--> statement-breakpoint
DROP TYPE "change_who";
--> statement-breakpoint
DO $$
BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    DROP FUNCTION public.uuidv7();
  END IF;
END $$;
