CREATE TABLE "clicks" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"post" text,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "downloads" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"post" text NOT NULL,
	"platform" text NOT NULL,
	"quality" text NOT NULL,
	"source" text NOT NULL,
	"outcome" text NOT NULL,
	"cached" boolean NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"user_id" text PRIMARY KEY NOT NULL,
	"referrer_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "telegram_chats" (
	"id" text PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "telegram_users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"username" text,
	"language" text NOT NULL,
	"blocked" boolean DEFAULT false NOT NULL,
	"bonus" integer DEFAULT 0 NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"post" text NOT NULL,
	"quality" text NOT NULL,
	"platform" text NOT NULL,
	"title" text NOT NULL,
	"author" text NOT NULL,
	"upload" jsonb NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "uploads_post_quality_pk" PRIMARY KEY("post","quality")
);
--> statement-breakpoint
CREATE INDEX "clicks_by_time" ON "clicks" USING btree ("at");--> statement-breakpoint
CREATE INDEX "downloads_by_time" ON "downloads" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "downloads_by_user" ON "downloads" USING btree ("user_id","ended_at");--> statement-breakpoint
CREATE INDEX "downloads_by_post" ON "downloads" USING btree ("post");--> statement-breakpoint
CREATE INDEX "referrals_by_referrer" ON "referrals" USING btree ("referrer_id");