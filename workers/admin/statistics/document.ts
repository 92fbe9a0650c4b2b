import * as z from "zod";
import { type Operation, operations } from "./operations.ts";

/** A JSON Schema, as far as the page shows it. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: "query";
  readonly description?: string;
  readonly schema: Schema;
}

export interface Answer {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface DescribedOperation {
  readonly summary: string;
  readonly deprecated?: true;
  readonly security: readonly object[];
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, Answer>>;
}

// The cast: what zod makes is a JSON Schema, and OpenAPI 3.1 takes it as it is.
const schemaOf = (shape: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io });
  return schema as Schema;
};

const trouble = schemaOf(z.object({ error: z.object({ code: z.string(), message: z.string() }) }), "output");
const refusal = (description: string): Answer => ({
  description,
  content: { "application/json": { schema: trouble } },
});

function parametersOf({ query }: Operation): readonly Parameter[] {
  return Object.entries(schemaOf(query, "input").properties ?? {}).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: "query",
      ...(description !== undefined && { description }),
      schema,
    }),
  );
}

const described = (operation: Operation): DescribedOperation => ({
  summary: operation.summary,
  security: [{ adminToken: [] }],
  parameters: parametersOf(operation),
  responses: {
    200: {
      description: "The answer",
      content: {
        "application/json": { schema: schemaOf(operation.answer, "output") },
        ...(operation.row && { "text/csv": { schema: { type: "string" } } }),
      },
    },
    400: refusal("An Authorization header that bears no token"),
    401: refusal("Without the admin token"),
    422: refusal("A parameter is out of its range, or nonsense"),
    503: refusal("The database gives no answer"),
  },
});

/** It tells more, and not always the same. */
const report = schemaOf(
  z.looseObject({ status: z.enum(["ok", "failing"]), failing: z.array(z.string()).describe("Why") }),
  "output",
);
const reported = (description: string): Answer => ({
  description,
  content: { "application/json": { schema: report } },
});

const health: DescribedOperation = {
  summary: "Whether everything does what it should",
  security: [],
  parameters: [],
  responses: { 200: reported("It does"), 500: reported("It does not") },
};

/** The API as an OpenAPI document: https://spec.openapis.org/oas/v3.1.1 */
export function documentOf(origin: string) {
  const paths: Record<string, { readonly get: DescribedOperation }> = { "/health": { get: health } };
  for (const operation of operations) {
    const get = described(operation);
    paths[`/api/downloads${operation.path}`] = { get };
    paths[`/stats${operation.path}`] = { get: { ...get, deprecated: true } };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Taproom: downloads",
      version: "1",
      description:
        "What the downloader bot has done. A download is a request that was delivered; days are UTC. The paths under /stats are the old names of those under /api/downloads.",
    },
    servers: [{ url: origin }],
    paths,
    components: { securitySchemes: { adminToken: { type: "http", scheme: "bearer" } } },
  };
}

export type ApiDocument = ReturnType<typeof documentOf>;
