import { html, raw } from "hono/html";
import type { User } from "./entities.ts";

/** The page on which somebody agrees: one button for each embedded account. */
export function consentPage(requestUrl: string, users: readonly User[], scope: string) {
  const { search } = new URL(requestUrl);
  // Relative, so that it works at id.twitch.tv and at the world's own address alike.
  const link = (parameter: string) =>
    raw(`${search}&${parameter}`.replaceAll("&", "&amp;").replaceAll('"', "%22"));
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>Authorize Taproom</title>
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
          background: #9147ff;
          color: #fff;
          text-decoration: none;
        }
        a.deny {
          background: #53535f;
        }
      </style>
      <h1>Authorize Taproom</h1>
      <p>The dev world plays Twitch. Taproom asks for:</p>
      <ul>
        ${scope
          .split(" ")
          .filter(Boolean)
          .map((each) => html`<li><code>${each}</code></li>`)}
      </ul>
      ${users.map(
        ({ id, name }) =>
          html`<a href="${link(`as=${encodeURIComponent(id)}`)}">Authorize as ${name} (${id})</a>`,
      )}
      <a class="deny" href="${link("deny=1")}">Cancel</a>
    </html>`;
}
