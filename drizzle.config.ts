import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./shared/adapters/database/schema.ts", "./shared/adapters/database/forwarder/schema.ts"],
  out: "./migrations",
  dbCredentials: { url: process.env["DATABASE_URL"] ?? "" },
});
