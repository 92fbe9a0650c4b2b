import { door } from "../door.ts";
import { logSocket } from "./log-socket.ts";
import { operations } from "./operations.ts";
import { safeHeaders } from "./safe-headers.ts";
import { answer } from "./serve.ts";
import { twitchSignIn } from "./session/twitch.ts";
import { telegramSignIn } from "./session/telegram.ts";

/** What the dashboard, the terminal and programs ask. Answers are for whoever asked, and are kept nowhere. */
export const admin = door()
  .use(
    "/api/*",
    safeHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
    }),
  )
  .use("/api/*", async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  })
  .route("/api/session/twitch", twitchSignIn)
  .route("/api/session/telegram", telegramSignIn)
  .route("/api/logs/live", logSocket);

for (const served of operations)
  admin.on(served.operation.method.toUpperCase(), served.operation.path, (c) => answer(served, c));
