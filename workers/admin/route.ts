import { bodyLimit } from "hono/body-limit";
import { door } from "../door.ts";
import { problem } from "../problem.ts";
import { logSocket } from "./log-socket.ts";
import { operations } from "./operations.ts";
import { safeHeaders } from "./safe-headers.ts";
import { answer } from "./serve.ts";
import { twitchSignIn } from "./session/twitch.ts";
import { telegramSignIn } from "./session/telegram.ts";

/** What a stranger may send who wants to come in, and what anybody may who is in. */
const [ofStrangers, ofAnybody] = [16 * 1024, 8 * 1024 * 1024];

const atMost = (bytes: number) =>
  bodyLimit({
    maxSize: bytes,
    onError: (c) =>
      problem(c, { status: 413, code: "too-large", detail: `The body is larger than ${bytes / 1024} KiB` }),
  });

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
  .use("/api/session/*", atMost(ofStrangers))
  .use("/api/*", atMost(ofAnybody))
  .route("/api/session/twitch", twitchSignIn)
  .route("/api/session/telegram", telegramSignIn)
  .route("/api/logs/live", logSocket);

for (const served of operations)
  admin.on(served.operation.method.toUpperCase(), served.operation.path, (c) => answer(served, c));
