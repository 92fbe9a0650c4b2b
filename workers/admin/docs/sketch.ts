import type { Schema } from "#domain/admin/api/schema";

/** `whole number from 1 to 100` */
export function typeOf({ type, enum: members, const: only, minimum, maximum, format }: Schema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (members) return members.join(" or ");
  if (type === "integer")
    return maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
      ? `whole number from ${minimum} to ${maximum}`
      : "whole number";
  return format ?? type ?? "anything";
}

/** What a value is when nobody says; undefined: nothing, or something that has to be said. */
export const usualOf = ({ default: usual }: Schema): string | undefined =>
  usual === undefined || typeof usual === "object"
    ? undefined
    : `${usual === "" ? "empty" : String(usual)} unless said otherwise`;

/** A value as JSON, with the types in the place of values. */
export function sketch(schema: Schema, indent = ""): string {
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.map((choice) => sketch(choice, indent)).join(" or ");
  if (schema.items) return `[${sketch(schema.items, indent)}, …]`;
  if (!schema.properties) return typeOf(schema);
  const inner = `${indent}  `;
  const fields = Object.entries(schema.properties).map(
    ([name, field]) => `${inner}"${name}": ${sketch(field, inner)}${saidOf(field)}`,
  );
  return `{\n${fields.join(",\n")}\n${indent}}`;
}

function saidOf(field: Schema): string {
  const said = [usualOf(field), field.description].filter(Boolean).join("; ");
  return said ? `  (${said})` : "";
}
