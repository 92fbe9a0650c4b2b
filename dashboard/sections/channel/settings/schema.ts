/** What is read of a setting's JSON Schema: how it is filled in, and what may stand in it. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
}

/** The cast: whoever sends the form makes it of JSON Schemas. */
export const schemaOf = ({ schema }: { readonly schema: object }): Schema => schema;

/** How it is filled in. `set`: any of a few; `people`: some at Twitch, by their ids; `rows`: a list of things with fields of their own. */
export type Shape =
  | { readonly is: "switch" | "number" | "text" }
  | { readonly is: "choice" | "set"; readonly of: readonly string[] }
  | { readonly is: "words" | "people"; readonly each: Schema }
  | { readonly is: "numbers"; readonly each: readonly Schema[] }
  | {
      readonly is: "rows";
      readonly fields: Readonly<Record<string, Schema>>;
      readonly needed: readonly string[];
    };

export function shapeOf(schema: Schema): Shape {
  if (schema.enum) return { is: "choice", of: schema.enum };
  if (schema.prefixItems) return { is: "numbers", each: schema.prefixItems };
  if (schema.items) return shapeOfList(schema.items);
  if (schema.type === "boolean") return { is: "switch" };
  return { is: schema.type === "number" || schema.type === "integer" ? "number" : "text" };
}

function shapeOfList(items: Schema): Shape {
  if (items.properties) return { is: "rows", fields: items.properties, needed: items.required ?? [] };
  if (items.enum) return { is: "set", of: items.enum };
  return { is: items.format === "twitch-user-id" ? "people" : "words", each: items };
}
