CREATE TABLE "channels" (
	"id" text PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "game_results" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"game" text NOT NULL,
	"host_id" text NOT NULL,
	"ending" text NOT NULL,
	"details" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "players" (
	"channel_id" text NOT NULL,
	"id" text NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "players_channel_id_id_pk" PRIMARY KEY("channel_id","id")
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"reward" text NOT NULL,
	"reward_id" text NOT NULL,
	"player_id" text NOT NULL,
	"input" text NOT NULL,
	"cost" integer NOT NULL,
	"status" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "game_results_by_channel" ON "game_results" USING btree ("channel_id","game","ended_at");--> statement-breakpoint
CREATE INDEX "redemptions_by_channel" ON "redemptions" USING btree ("channel_id","received_at");