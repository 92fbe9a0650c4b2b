import { html, raw } from "hono/html";
import type { Answer, ApiDocument, DescribedOperation, Parameter, Schema } from "./document.ts";

const style = `
:root { color-scheme: light dark; --line: light-dark(#d5d5dc, #3a3a42); --soft: light-dark(#f4f4f7, #212127) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere;
  color: light-dark(#1f1f23, #efeff1); background: light-dark(#fff, #18181b) }
section { border: 1px solid var(--line); border-radius: 8px; margin: 1rem 0; padding: .75rem 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.05rem; margin: 0 } h3 { font-size: .9rem; margin: .75rem 0 .25rem }
code, pre { font: .875em/1.45 ui-monospace, monospace }
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
      <p>${info.description}</p>
      <p>
        Every request but the one for health bears <code>Authorization: Bearer &lt;the admin token&gt;</code>.
      </p>
      <p><a href="/api/openapi.json">The OpenAPI document</a></p>
      ${Object.entries(paths)
        .filter(([, { get }]) => !get.deprecated)
        .map(([path, { get }]) => operationPart(path, get))}
    </html>`;

const operationPart = (path: string, { summary, parameters, responses }: DescribedOperation) =>
  html`<section>
    <h2><code>GET ${path}</code></h2>
    <p>${summary}</p>
    ${parameters.length > 0 ? html`<h3>Parameters</h3>` : ""}
    <dl>${parameters.map(parameterPart)}</dl>
    <h3>Answers</h3>
    <dl>${Object.entries(responses).map(answerPart)}</dl>
  </section>`;

const parameterPart = ({ name, description, schema }: Parameter) =>
  html`<dt><code>${name}</code></dt>
    <dd>
      ${[typeOf(schema), `${schema.default} unless said otherwise`, description].filter(Boolean).join("; ")}
    </dd>`;

const answerPart = ([status, { description, content }]: [string, Answer]) =>
  html`<dt>${status}</dt>
    <dd>
      ${description}${"text/csv" in content ? ", as CSV too" : ""}
      ${
        status.startsWith("2")
          ? Object.values(content)
              .slice(0, 1)
              .map(({ schema }) => html`<pre>${sketch(schema, "")}</pre>`)
          : ""
      }
    </dd>`;

/** `whole number from 1 to 100` */
function typeOf({ type, enum: members, minimum, maximum, format }: Schema): string {
  if (members) return members.join(" or ");
  if (type === "integer")
    return maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
      ? `whole number from ${minimum} to ${maximum}`
      : "whole number";
  return format ?? type ?? "anything";
}

/** An answer as JSON, with the types in the place of values. */
function sketch(schema: Schema, indent: string): string {
  const inner = `${indent}  `;
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => {
      const said = field.description ? `  (${field.description})` : "";
      return `${inner}"${name}": ${sketch(field, inner)}${said}`;
    });
    return `{\n${fields.join(",\n")}\n${indent}}`;
  }
  return schema.items ? `[${sketch(schema.items, indent)}, …]` : typeOf(schema);
}
