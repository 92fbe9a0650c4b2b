/** Control: people, their chats and Telegram's moods, played by whoever asks. */
import { Hono } from "hono";
import * as z from "zod";
import { telegramState } from "./chat-state.ts";
import { botNamed, personFrom } from "./control-request.ts";
import { peopleControl } from "./control-people.ts";
import { limitsSchema } from "./limits.ts";
import type { People } from "./people.ts";
import { serveFile } from "./serve-file.ts";
import type { Telegram } from "./telegram.ts";

const userSchema = z.object({
  id: z.int(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
  /** Blocks every bot, or those named. */
  blocked: z.union([z.boolean(), z.array(z.string())]).optional(),
  deactivated: z.boolean().optional(),
});

export function createTelegramControl(telegram: Telegram, people: People): Hono {
  const { store, throttle } = telegram;
  const control = new Hono();

  control.get("/state", (c) => {
    const chat = c.req.query("chat");
    return c.json(telegramState(telegram, chat === undefined ? undefined : Number(chat)));
  });

  control.get("/limits", (c) => c.json(throttle.limits));
  control.post("/limits", async (c) => {
    const asked = limitsSchema.partial().parse(await c.req.json());
    throttle.limits = limitsSchema.parse({ ...throttle.limits, ...asked });
    return c.json(throttle.limits);
  });

  control.post("/users", async (c) => {
    const { blocked, deactivated, ...asked } = userSchema.parse(await c.req.json());
    const user = personFrom(store, asked);
    if (blocked !== undefined) {
      for (const bot of store.bots) {
        store.block(
          bot,
          user.id,
          typeof blocked === "boolean" ? blocked : blocked.includes(bot.settings.name),
        );
      }
    }
    if (deactivated !== undefined) store.deactivate(user.id, deactivated);
    return c.json(user);
  });

  control.get("/files/:uniqueId", (c) => {
    const stored = store.files.find(c.req.param("uniqueId"));
    return stored ? serveFile(stored, c.req.header("Range")) : c.json({ error: "No such file" }, 404);
  });
  control.post("/files/:fileId/expire", (c) => {
    const isKnown = store.files.expire(c.req.param("fileId"));
    return isKnown ? c.body(null, 204) : c.json({ error: "No bot has been given this file_id" }, 404);
  });

  control.post("/:bot/update", async (c) => {
    const bot = botNamed(store, c.req.param("bot"));
    const given = z.record(z.string(), z.unknown()).parse(await c.req.json());
    const update_id = typeof given["update_id"] === "number" ? given["update_id"] : store.nextUpdateId();
    const outcome = people.tell(bot, { ...given, update_id });
    return c.json(c.req.query("wait") === "false" ? { update_id, queued: true } : await outcome);
  });
  control.route("/", peopleControl(telegram, people));

  return control;
}
