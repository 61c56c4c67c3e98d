-- People who are here already need no hint for newcomers.
ALTER TABLE "users" ADD COLUMN "preferences" jsonb DEFAULT '{"hinted": true}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "preferences" SET DEFAULT '{}'::jsonb;
