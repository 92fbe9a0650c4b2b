ALTER TABLE "audit" ADD COLUMN "key" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "ending" text DEFAULT 'done' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_key_unique" UNIQUE("key");