-- Names and titles stay as the way forth has tidied and numbered them: they are valid before it as well.
ALTER TABLE "users" DROP CONSTRAINT "users_name_text";
--> statement-breakpoint
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_description_text";
--> statement-breakpoint
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_title_text";
--> statement-breakpoint
ALTER TABLE "tags" DROP CONSTRAINT "tags_name_text";
--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_title_text";
--> statement-breakpoint
DROP INDEX "tasks_text";
--> statement-breakpoint
ALTER TABLE "tasks" DROP COLUMN "search_text";
--> statement-breakpoint
CREATE OR REPLACE FUNCTION touch_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.completed := old.completed;
  IF new IS DISTINCT FROM old THEN
    new.updated_at := now();
    new.version := old.version + 1;
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE INDEX "tasks_text" ON "tasks" USING gin ("user_id","title" gin_trgm_ops,"description" gin_trgm_ops) WITH (fastupdate=true,gin_pending_list_limit=512) WHERE deleted_at is null;
--> statement-breakpoint
DROP INDEX "tags_name_unique";
--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name_unique" ON "tags" USING btree ("user_id",lower("name")) WHERE deleted_at is null;
--> statement-breakpoint
DROP FUNCTION search_key(text);
--> statement-breakpoint
DROP FUNCTION name_key(text);
--> statement-breakpoint
DROP FUNCTION has_visible(text);
