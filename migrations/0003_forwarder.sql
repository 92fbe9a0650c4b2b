CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"who" text NOT NULL,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "forward_chats" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"username" text,
	"has_topics" boolean DEFAULT false NOT NULL,
	"is_protected" boolean DEFAULT false NOT NULL,
	"access" jsonb NOT NULL,
	"trouble" text,
	"checked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forward_jobs" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"mapping_id" integer NOT NULL,
	"source_chat" text NOT NULL,
	"source_ids" jsonb NOT NULL,
	"target_chat" text NOT NULL,
	"target_topic" integer DEFAULT 0 NOT NULL,
	"rank" bigint NOT NULL,
	"work" jsonb,
	"content" text NOT NULL,
	"print_scope" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"retry_at" timestamp with time zone,
	"steps_done" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"unsure" integer DEFAULT 0 NOT NULL,
	"worker" text,
	"leased_until" timestamp with time zone,
	"outcome" text,
	"said" text,
	"trace_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "forward_jobs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "forward_links" (
	"mapping_id" integer NOT NULL,
	"source_chat" text NOT NULL,
	"source_id" bigint NOT NULL,
	"part" integer DEFAULT 0 NOT NULL,
	"target_chat" text NOT NULL,
	"target_id" bigint NOT NULL,
	"mode" text NOT NULL,
	"sender" text,
	"content" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forward_links_mapping_id_source_chat_source_id_part_pk" PRIMARY KEY("mapping_id","source_chat","source_id","part")
);
--> statement-breakpoint
CREATE TABLE "forward_mappings" (
	"id" serial PRIMARY KEY NOT NULL,
	"source_chat" text NOT NULL,
	"source_topic" integer DEFAULT 0 NOT NULL,
	"target_chat" text NOT NULL,
	"target_topic" integer DEFAULT 0 NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"settings" jsonb NOT NULL,
	"trouble" text,
	"last_carried_at" timestamp with time zone,
	"last_mode" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forward_mappings_places" UNIQUE("source_chat","source_topic","target_chat","target_topic")
);
--> statement-breakpoint
CREATE TABLE "forward_prints" (
	"scope" text NOT NULL,
	"print" text NOT NULL,
	"owner" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "forward_prints_scope_print_pk" PRIMARY KEY("scope","print")
);
--> statement-breakpoint
CREATE TABLE "forward_tallies" (
	"mapping_id" integer NOT NULL,
	"what" text NOT NULL,
	"detail" text NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "forward_tallies_mapping_id_what_detail_pk" PRIMARY KEY("mapping_id","what","detail")
);
--> statement-breakpoint
CREATE TABLE "panel_sessions" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "forward_jobs_line" ON "forward_jobs" USING btree ("target_chat","rank","id") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "forward_jobs_dead" ON "forward_jobs" USING btree ("ended_at") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "forward_jobs_ended" ON "forward_jobs" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "forward_jobs_by_mapping" ON "forward_jobs" USING btree ("mapping_id","state");--> statement-breakpoint
CREATE INDEX "forward_links_by_target" ON "forward_links" USING btree ("target_chat","target_id");--> statement-breakpoint
CREATE INDEX "forward_mappings_by_target" ON "forward_mappings" USING btree ("target_chat");--> statement-breakpoint
CREATE INDEX "forward_prints_by_owner" ON "forward_prints" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "forward_prints_until" ON "forward_prints" USING btree ("until");