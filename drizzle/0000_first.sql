-- UUIDv7 (RFC 9562, section 5.7) is built in from PostgreSQL 18 on; an older server gets the same thing written in SQL.
DO $$
BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    CREATE FUNCTION public.uuidv7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $body$
      SELECT encode(
        set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
          52, 1), 53, 1),
        'hex')::uuid
    $body$;
  END IF;
END $$;
--> statement-breakpoint
CREATE TYPE "public"."change_who" AS ENUM('you', 'assistant', 'api', 'import');--> statement-breakpoint
CREATE TYPE "public"."message_role" AS ENUM('user', 'assistant', 'system');--> statement-breakpoint
CREATE TYPE "public"."priority" AS ENUM('none', 'low', 'medium', 'high');--> statement-breakpoint
CREATE TYPE "public"."repeat_from" AS ENUM('due', 'completion');--> statement-breakpoint
CREATE TABLE "changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"user_id" uuid NOT NULL,
	"who" "change_who" NOT NULL,
	"what" text NOT NULL,
	"noun" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"turn_id" uuid,
	"undoes_id" uuid,
	CONSTRAINT "changes_user_id_id_unique" UNIQUE("user_id","id"),
	CONSTRAINT "changes_what" CHECK (what in ('add', 'change', 'complete', 'reopen', 'remove', 'restore')),
	CONSTRAINT "changes_noun" CHECK (noun in ('task', 'tag', 'conversation')),
	CONSTRAINT "changes_some_side" CHECK (before is not null or after is not null)
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"location" text,
	"body" jsonb,
	CONSTRAINT "requests_key_unique" UNIQUE("user_id","key"),
	CONSTRAINT "requests_key_length" CHECK (char_length(key) between 1 and 255)
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"user_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"approval_id" text NOT NULL,
	"tool_call_id" text NOT NULL,
	"tool_name" text NOT NULL,
	"input" jsonb NOT NULL,
	"decision" text,
	"kept" jsonb,
	"decided_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	CONSTRAINT "approvals_id_unique" UNIQUE("user_id","conversation_id","approval_id"),
	CONSTRAINT "approvals_call_unique" UNIQUE("user_id","conversation_id","tool_call_id"),
	CONSTRAINT "approvals_decision" CHECK (decision in ('approved', 'denied')),
	CONSTRAINT "approvals_decided" CHECK ((decision is null) = (decided_at is null)),
	CONSTRAINT "approvals_used_when_approved" CHECK (used_at is null or decision = 'approved')
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"user_id" uuid NOT NULL,
	"title" text DEFAULT 'New chat' NOT NULL,
	CONSTRAINT "conversations_user_id_id_unique" UNIQUE("user_id","id"),
	CONSTRAINT "conversations_title_length" CHECK (char_length(title) between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"user_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"role" "message_role" NOT NULL,
	"parts" jsonb NOT NULL,
	"content" text DEFAULT '' NOT NULL,
	"metadata" jsonb,
	CONSTRAINT "messages_user_id_id_unique" UNIQUE("user_id","id"),
	CONSTRAINT "messages_content_length" CHECK (char_length(content) <= 10000),
	CONSTRAINT "messages_parts_array" CHECK (jsonb_typeof(parts) = 'array')
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"color" text DEFAULT '#3B82F6' NOT NULL,
	CONSTRAINT "tags_user_id_id_unique" UNIQUE("user_id","id"),
	CONSTRAINT "tags_name_length" CHECK (char_length(name) between 1 and 50),
	CONSTRAINT "tags_color_format" CHECK (color ~ '^#[0-9A-Fa-f]{6}$')
);
--> statement-breakpoint
CREATE TABLE "task_tags" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"user_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"user_id" uuid NOT NULL,
	"parent_id" uuid,
	"title" text NOT NULL,
	"description" text,
	"priority" "priority" DEFAULT 'none' NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"due_date" date,
	"due_time" time(0),
	"repeat" text,
	"repeat_from" "repeat_from" DEFAULT 'due' NOT NULL,
	"repeat_start" date,
	"follows_id" uuid,
	"completed_at" timestamp with time zone,
	"completed" boolean GENERATED ALWAYS AS (completed_at is not null) STORED,
	CONSTRAINT "tasks_user_id_id_unique" UNIQUE("user_id","id"),
	CONSTRAINT "tasks_title_length" CHECK (char_length(title) between 1 and 200),
	CONSTRAINT "tasks_description_length" CHECK (char_length(description) <= 1000),
	CONSTRAINT "tasks_due_time_needs_date" CHECK (due_time is null or due_date is not null),
	CONSTRAINT "tasks_repeat_needs_date" CHECK (repeat is null or due_date is not null),
	CONSTRAINT "tasks_repeat_length" CHECK (char_length(repeat) <= 500),
	CONSTRAINT "tasks_position_length" CHECK (char_length(position) between 1 and 500),
	CONSTRAINT "tasks_not_own_parent" CHECK (parent_id <> id)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"is_anonymous" boolean DEFAULT false NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"locale" text DEFAULT 'en-GB' NOT NULL,
	"week_start" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "users_name_length" CHECK (char_length(name) between 1 and 100),
	CONSTRAINT "users_email_length" CHECK (char_length(email) between 3 and 320),
	CONSTRAINT "users_time_zone_length" CHECK (char_length(time_zone) between 1 and 64),
	CONSTRAINT "users_locale_length" CHECK (char_length(locale) between 2 and 35),
	CONSTRAINT "users_week_start_range" CHECK (week_start between 0 and 6)
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_undoes_fk" FOREIGN KEY ("user_id","undoes_id") REFERENCES "public"."changes"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_conversation_fk" FOREIGN KEY ("user_id","conversation_id") REFERENCES "public"."conversations"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_fk" FOREIGN KEY ("user_id","conversation_id") REFERENCES "public"."conversations"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_tags" ADD CONSTRAINT "task_tags_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_tags" ADD CONSTRAINT "task_tags_task_fk" FOREIGN KEY ("user_id","task_id") REFERENCES "public"."tasks"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_tags" ADD CONSTRAINT "task_tags_tag_fk" FOREIGN KEY ("user_id","tag_id") REFERENCES "public"."tags"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_parent_fk" FOREIGN KEY ("user_id","parent_id") REFERENCES "public"."tasks"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_follows_fk" FOREIGN KEY ("user_id","follows_id") REFERENCES "public"."tasks"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_undoes" ON "changes" USING btree ("user_id","undoes_id");--> statement-breakpoint
CREATE INDEX "changes_turn" ON "changes" USING btree ("user_id","turn_id","id") WHERE turn_id is not null;--> statement-breakpoint
CREATE INDEX "changes_subject" ON "changes" USING btree ("user_id","subject_id","id");--> statement-breakpoint
CREATE INDEX "changes_newest" ON "changes" USING btree ("user_id","id" DESC NULLS FIRST) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "conversations_newest" ON "conversations" USING btree ("user_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "messages_conversation" ON "messages" USING btree ("user_id","conversation_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name_unique" ON "tags" USING btree ("user_id",lower("name")) WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "task_tags_unique" ON "task_tags" USING btree ("user_id","task_id","tag_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "task_tags_task" ON "task_tags" USING btree ("user_id","task_id");--> statement-breakpoint
CREATE INDEX "task_tags_tag" ON "task_tags" USING btree ("user_id","tag_id","task_id");--> statement-breakpoint
CREATE INDEX "tasks_parent" ON "tasks" USING btree ("user_id","parent_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_follows_unique" ON "tasks" USING btree ("user_id","follows_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_follows" ON "tasks" USING btree ("user_id","follows_id");--> statement-breakpoint
CREATE INDEX "tasks_open_by_due" ON "tasks" USING btree ("user_id",coalesce(due_date, 'infinity'::date),coalesce(due_time, '24:00'::time),"position","id") WHERE deleted_at is null and completed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_by_position" ON "tasks" USING btree ("user_id","position","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_completed" ON "tasks" USING btree ("user_id","completed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE deleted_at is null and completed_at is not null;--> statement-breakpoint
CREATE INDEX "tasks_trash" ON "tasks" USING btree ("user_id","deleted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_provider_unique" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree (lower("email")) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");
--> statement-breakpoint
-- The database keeps updated_at and version, so that no writer can forget to. A write that changes nothing is no write.
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.updated_at := now();
  new.version := old.version + 1;
  RETURN new;
END $$;
--> statement-breakpoint
-- A trigger's WHEN may not read a generated column, and before the write new.completed is not computed yet.
CREATE FUNCTION touch_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.completed := old.completed;
  IF new IS DISTINCT FROM old THEN
    new.updated_at := now();
    new.version := old.version + 1;
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE FUNCTION touch_credential() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.updated_at := now();
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "users" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "rate_limits" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "tasks" FOR EACH ROW EXECUTE FUNCTION touch_task();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "tags" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "task_tags" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "conversations" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "messages" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "approvals" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "changes" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "requests" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "sessions" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch_credential();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "accounts" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch_credential();
--> statement-breakpoint
CREATE TRIGGER touch BEFORE UPDATE ON "verifications" FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION touch_credential();
--> statement-breakpoint
COMMENT ON TABLE "users" IS 'A person, or a visitor who tries it without an account (is_anonymous).';
--> statement-breakpoint
COMMENT ON COLUMN "users"."time_zone" IS 'IANA zone; due days and due times of the user are wall time in it.';
--> statement-breakpoint
COMMENT ON COLUMN "users"."locale" IS 'BCP 47 tag; says whether 5/6 is 5 June or 6 May.';
--> statement-breakpoint
COMMENT ON COLUMN "users"."week_start" IS '0 Sunday to 6 Saturday.';
--> statement-breakpoint
COMMENT ON TABLE "sessions" IS 'Credentials: removed, never soft-deleted, when they end.';
--> statement-breakpoint
COMMENT ON TABLE "accounts" IS 'Credentials: removed, never soft-deleted, when they end.';
--> statement-breakpoint
COMMENT ON TABLE "verifications" IS 'Credentials: removed, never soft-deleted, when they end.';
--> statement-breakpoint
COMMENT ON TABLE "rate_limits" IS 'How often a key was used in its present window.';
--> statement-breakpoint
COMMENT ON COLUMN "rate_limits"."last_request" IS 'Milliseconds since 1970-01-01 UTC.';
--> statement-breakpoint
COMMENT ON TABLE "tasks" IS 'A thing to do. A subtask is a task with a parent; subtasks have no subtasks.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."position" IS 'Fractional index (base 62, compared bytewise) for ordering by hand.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."due_date" IS 'Calendar day in the users zone, never an instant.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."due_time" IS 'Wall time in the users zone; only with a due_date.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."repeat" IS 'RFC 5545 RRULE without DTSTART.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."repeat_from" IS 'Whether the next one is counted from the due day or from the day of completion.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."repeat_start" IS 'DTSTART of the rule.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."follows_id" IS 'The completed occurrence after which this one was made.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."completed_at" IS 'The truth; completed is generated from it. A parent and the subtasks completed with it share the instant.';
--> statement-breakpoint
COMMENT ON COLUMN "tasks"."deleted_at" IS 'Since when it is in the trash. What one deletion took shares the instant, so that a restore brings back just that.';
--> statement-breakpoint
COMMENT ON TABLE "tags" IS 'A name and a colour to gather tasks under; the name is unique among the living, ignoring case.';
--> statement-breakpoint
COMMENT ON TABLE "task_tags" IS 'Which task has which tag.';
--> statement-breakpoint
COMMENT ON TABLE "conversations" IS 'A talk with the assistant.';
--> statement-breakpoint
COMMENT ON TABLE "messages" IS 'One message of a conversation.';
--> statement-breakpoint
COMMENT ON COLUMN "messages"."parts" IS 'The AI SDKs message parts: the truth.';
--> statement-breakpoint
COMMENT ON COLUMN "messages"."content" IS 'The parts as plain text, cut at 10,000 characters, for search.';
--> statement-breakpoint
COMMENT ON TABLE "approvals" IS 'A question that the assistant asked before acting: bound to the call and its arguments, answered once, used once.';
--> statement-breakpoint
COMMENT ON TABLE "changes" IS 'The record of one write, made in the same transaction; undo reads it.';
--> statement-breakpoint
COMMENT ON COLUMN "changes"."turn_id" IS 'Shared by all that was done in answer to one question: the id of the users message.';
--> statement-breakpoint
COMMENT ON COLUMN "changes"."undoes_id" IS 'The change that this one took back.';
--> statement-breakpoint
COMMENT ON TABLE "requests" IS 'First answers to requests with an Idempotency-Key.';
--> statement-breakpoint
COMMENT ON COLUMN "requests"."fingerprint" IS 'SHA-256 of method, path and body, hexadecimal.';
--> statement-breakpoint
COMMENT ON COLUMN "requests"."status" IS 'HTTP status of the answer; null while the first request is still being answered.';
--> statement-breakpoint
COMMENT ON COLUMN "approvals"."kept" IS 'Of the rows that the question showed, the ids that the user left standing; null: all.';
