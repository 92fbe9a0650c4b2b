import { createHash, createHmac } from "node:crypto";
import { Hono } from "hono";
import { html } from "hono/html";
import type { Bot } from "./bot.ts";
import type { TelegramUser } from "./entities.ts";
import type { Store } from "./store.ts";

/**
 * The page on which somebody tells a website who they are, at oauth.telegram.org and at the world's own address. What
 * Telegram says comes back behind a `#`: https://core.telegram.org/widgets/login
 */
export function loginPage(store: Store): Hono {
  const app = new Hono();
  app.get("/auth", (c) => {
    const { bot_id: botId, return_to: returnTo, as } = c.req.query();
    const bot = store.bots.find(({ id }) => String(id) === botId);
    if (!bot || !returnTo) return c.text("Bot domain invalid", 400);
    if (as === undefined) return c.html(peoplePage(new URL(c.req.url).search, [...store.users.values()]));
    const said = signed(bot, store.user(Number(as)), store.date());
    return c.redirect(`${returnTo}#tgAuthResult=${Buffer.from(JSON.stringify(said)).toString("base64url")}`);
  });
  return app;
}

function signed(bot: Bot, { id, first_name, last_name, username }: TelegramUser, date: number) {
  const said = {
    id,
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
    auth_date: date,
  };
  const text = Object.entries(said)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("\n");
  const key = createHash("sha256").update(bot.settings.token).digest();
  return { ...said, hash: createHmac("sha256", key).update(text).digest("hex") };
}

const peoplePage = (search: string, people: readonly TelegramUser[]) =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>Log in with Telegram</title>
      <style>
        body {
          font: 16px system-ui;
          max-width: 30rem;
          margin: 4rem auto;
          padding: 0 1rem;
        }
        a {
          display: block;
          margin: 0.5rem 0;
          padding: 0.7rem 1rem;
          border-radius: 0.4rem;
          background: #1c7dba;
          color: #fff;
          text-decoration: none;
        }
      </style>
      <h1>Log in with Telegram</h1>
      <p>The dev world plays Telegram.</p>
      ${people
        .filter(({ is_bot }) => !is_bot)
        .map(({ id, first_name }) => html`<a href="${search}&as=${id}">Log in as ${first_name} (${id})</a>`)}
    </html>`;
