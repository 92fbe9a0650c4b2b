import * as z from "zod";

/** A JSON Schema, as far as the page shows it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** What is changed while it is read takes anything. The cast: what zod makes is a JSON Schema, and OpenAPI 3.1 takes it as it is. */
export function schemaOf(shape: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" });
  return schema as Schema;
}

/**
 * Tells a reader of the document what a field looks like, and takes anything: somebody else reads it. Not before it is
 * asked for: it would make every start longer.
 */
export const readElsewhere = (shape: z.ZodType): z.ZodType =>
  z.lazy(() => z.unknown().meta({ ...schemaOf(shape, "input") }));
