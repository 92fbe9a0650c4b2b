import { html, raw } from "hono/html";
import type { Answer, ApiDocument, DescribedOperation, Parameter } from "./document.ts";
import { sketch, typeOf, usualOf } from "./sketch.ts";

const style = `
:root { color-scheme: light dark; --line: light-dark(#d5d5dc, #3a3a42); --soft: light-dark(#f4f4f7, #212127) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere;
  color: light-dark(#1f1f23, #efeff1); background: light-dark(#fff, #18181b) }
section { border: 1px solid var(--line); border-radius: 8px; margin: 1rem 0; padding: .75rem 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.25rem; margin: 2rem 0 0 } h3 { font-size: 1.05rem; margin: 0 }
h4 { font-size: .9rem; margin: .75rem 0 .25rem }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; list-style: none }
code, pre { font: .875em/1.45 ui-monospace, monospace }
summary { cursor: pointer }
pre { background: var(--soft); border-radius: 6px; padding: .5rem .75rem; margin: .25rem 0; white-space: pre-wrap }
dl { margin: 0 } dt { font-weight: 600 } dd { margin: 0 0 .4rem } p { margin: .4rem 0 }
a { color: light-dark(#5c16c5, #bf94ff) }`;

/** The document for people. It loads nothing from anywhere; `nonce` lets its style in. */
export const docsPage = ({ info, paths }: ApiDocument, nonce: string) =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${info.title}</title>
      <style nonce="${nonce}">
        ${raw(style)}
      </style>
      <h1>${info.title}</h1>
      <p>${withCode(info.description)}</p>
      <p>
        A program bears <code>Authorization: Bearer &lt;the admin token&gt;</code>; the dashboard has the
        cookie of a session.
      </p>
      <p><a href="/api/openapi.json">The OpenAPI document</a></p>
      ${contents(byTag(paths))}
    </html>`;

/** Markdown's backticks, which the document may have. */
const withCode = (text: string) =>
  text.split("`").map((part, nth) => (nth % 2 === 1 ? html`<code>${part}</code>` : part));

interface Named {
  readonly name: string;
  readonly operation: DescribedOperation;
}

/** All but the older names. */
const byTag = (paths: ApiDocument["paths"]): ReadonlyMap<string, readonly Named[]> =>
  Map.groupBy(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { deprecated }]) => !deprecated)
        .map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
    ),
    ({ operation }) => operation.tags[0],
  );

const contents = (tags: ReadonlyMap<string, readonly Named[]>) =>
  html`<nav aria-label="Contents">
      <ul>
        ${Array.from(tags, ([tag, { length }]) => html`<li><a href="#${tag}">${tag}</a> ${length}</li>`)}
      </ul>
    </nav>
    ${Array.from(
      tags,
      ([tag, all]) =>
        html`<h2 id="${tag}">${tag}</h2>
          ${all.map(operationPart)}`,
    )}`;

const operationPart = ({
  name,
  operation: { summary, parameters, requestBody, responses, ...more },
}: Named) =>
  html`<section>
    <h3><code>${name}</code></h3>
    <p>${summary}</p>
    <p>Needs ${needInWords(more["x-needs"])}</p>
    ${parameters.length > 0 ? html`<h4>Parameters</h4>` : ""}
    <dl>${parameters.map(parameterPart)}</dl>
    ${requestBody ? html`<h4>Body</h4>` : ""} ${requestBody ? sketches(requestBody.content) : ""}
    <h4>Answers</h4>
    <dl>${Object.entries(responses).map(answerPart)}</dl>
  </section>`;

function needInWords(need: DescribedOperation["x-needs"]): string {
  if (need === "nothing") return "nothing";
  return need === "session" ? "anybody's session" : `the right to ${need[1]} ${need[0]}`;
}

const parameterPart = ({ name, description, schema }: Parameter) =>
  html`<dt><code>${name}</code></dt>
    <dd>${[typeOf(schema), usualOf(schema), description].filter(Boolean).join("; ")}</dd>`;

const answerPart = ([status, { description, content }]: [string, Answer]) =>
  html`<dt>${status}</dt>
    <dd>
      ${description}${"text/csv" in content ? ", as CSV too" : ""}
      ${status.startsWith("2") ? sketches(content) : ""}
    </dd>`;

/** Longer ones are folded. */
const mostLines = 20;

const sketches = (content: Answer["content"]) =>
  Object.values(content)
    .slice(0, 1)
    .map(({ schema }) => {
      const drawn = sketch(schema);
      return drawn.split("\n").length > mostLines
        ? html`<details>
            <summary>What it looks like</summary>
            <pre>${drawn}</pre>
          </details>`
        : html`<pre>${drawn}</pre>`;
    });
