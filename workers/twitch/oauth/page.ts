import { html } from "hono/html";
import type { Account } from "#domain/twitch/consent";
import { wantedScopes } from "#domain/twitch/consent";

const style = html`<style>
  body {
    font: 16px/1.5 system-ui;
    max-width: 40rem;
    margin: 3rem auto;
    padding: 0 1rem;
    color: #1f1f23;
    background: #fff;
  }
  fieldset {
    border: 1px solid #ccc;
    border-radius: 8px;
    margin: 1rem 0;
    padding: 1rem;
  }
  button {
    font: inherit;
    padding: 0.5rem 1rem;
    border: 0;
    border-radius: 6px;
    background: #772ce8;
    color: #fff;
    cursor: pointer;
  }
  input {
    font: inherit;
    padding: 0.5rem;
    width: 100%;
    box-sizing: border-box;
  }
  code {
    font-size: 0.85em;
  }
  @media (prefers-color-scheme: dark) {
    body {
      color: #efeff1;
      background: #18181b;
    }
  }
</style>`;

const page = (title: string, body: unknown) =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      ${style}
      <h1>${title}</h1>
      ${body}
    </html>`;

const names: Readonly<Record<Account, string>> = {
  bot: "the bot's account",
  broadcaster: "the broadcaster's account",
};

/** Where the owner connects the two accounts, one after the other: the bot first. */
export const connectPage = () =>
  page(
    "Connect Twitch",
    html`<p>
        Connect the bot first, then the broadcaster. Make the bot a moderator of the channel:
        <code>/mod name</code>.
      </p>
      <form method="post" action="/twitch/oauth/start">
        <label
          >Admin token <input type="password" name="token" autocomplete="current-password" required
        /></label>
        ${(["bot", "broadcaster"] as const).map(
          (account) =>
            html`<fieldset>
              <legend>${names[account]}</legend>
              <p>
                Twitch will ask for: ${wantedScopes[account].map((scope) => html`<code>${scope}</code> `)}
              </p>
              <button name="account" value="${account}">Connect ${names[account]}</button>
            </fieldset>`,
        )}
      </form>`,
  );

interface Connected {
  readonly account: Account;
  readonly login: string;
  readonly problems: readonly string[];
  /** Where the dashboard is. */
  readonly dashboard: string;
}

/** What the owner sees afterwards. */
export const connectedPage = ({ account, login, problems, dashboard }: Connected) =>
  page(
    `${login} is connected`,
    html`${
        problems.length === 0
          ? html`<p>Everything is in place.</p>`
          : html`<p>Some things still need you:</p>
              <ul>
                ${problems.map((problem) => html`<li>${problem}</li>`)}
              </ul>`
      }
      <p>
        <a href="${dashboard}/#/accounts">To the dashboard</a>
        ${account === "bot" && html`· <a href="/twitch/oauth">Now connect the broadcaster</a>`}
      </p>`,
  );
