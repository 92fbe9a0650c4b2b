import * as z from "zod";
import { forwarderOperations } from "../forwarder/operations.ts";
import { statisticsDescribed } from "../statistics/described.ts";
import type { Described, Method } from "./described.ts";
import { type Schema, schemaOf } from "./schema.ts";

export interface Parameter {
  readonly name: string;
  readonly in: "query" | "path";
  readonly required?: true;
  readonly description?: string;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface Answer {
  readonly description: string;
  readonly content: Content;
}

export interface DescribedOperation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly deprecated?: true;
  readonly security: readonly object[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
}

type Paths = Readonly<Record<string, Readonly<Partial<Record<Method, DescribedOperation>>>>>;

const json = (schema: Schema): Content => ({ "application/json": { schema } });

const trouble = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const refusal = (description: string): Answer => ({
  description,
  content: json(schemaOf(trouble, "output")),
});

const parametersIn = (where: Parameter["in"], shape: z.ZodObject | undefined): readonly Parameter[] =>
  Object.entries((shape && schemaOf(shape, "input").properties) ?? {}).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: where,
      ...(where === "path" && { required: true as const }),
      ...(description !== undefined && { description }),
      schema,
    }),
  );

const operationOf = (described: Described): DescribedOperation => ({
  summary: described.summary,
  tags: [described.tag],
  ...(described.isDeprecated && { deprecated: true as const }),
  security: [{ adminToken: [] }],
  parameters: [...parametersIn("path", described.inPath), ...parametersIn("query", described.query)],
  ...(described.body && {
    requestBody: { required: true as const, content: json(schemaOf(described.body, "input")) },
  }),
  responses: {
    200: {
      description: "The answer",
      content: {
        ...json(schemaOf(described.answer, "output")),
        ...(described.isTable && { "text/csv": { schema: { type: "string" } } }),
      },
    },
    ...Object.fromEntries(Object.entries(described.refusals).map(([status, why]) => [status, refusal(why)])),
  },
});

/** It tells more, and not always the same. */
const report = z.looseObject({
  status: z.enum(["ok", "failing"]),
  failing: z.array(z.string()).describe("Why"),
});
const reported = (description: string): Answer => ({
  description,
  content: json(schemaOf(report, "output")),
});

const health = (): DescribedOperation => ({
  summary: "Whether everything does what it should",
  tags: ["Health"],
  security: [],
  parameters: [],
  responses: { 200: reported("It does"), 500: reported("It does not") },
});

function pathsOf(all: readonly Described[]): Paths {
  const paths: Record<string, Partial<Record<Method, DescribedOperation>>> = { "/health": { get: health() } };
  for (const described of all) {
    const path = described.path.replaceAll(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[described.method] = operationOf(described);
  }
  return paths;
}

/** It says the same for as long as the Worker lives, and few Workers are asked. */
let paths: Paths | undefined;

/** The API as an OpenAPI document: https://spec.openapis.org/oas/v3.1.1 */
export function documentOf(origin: string) {
  paths ??= pathsOf([...forwarderOperations, ...statisticsDescribed]);
  return {
    openapi: "3.1.1",
    info: {
      title: "Taproom: the API",
      version: "1",
      description:
        "What the forwarder carries, and what the downloader bot has done. A download is a request that was delivered; days are UTC. The paths under /stats are the old names of those under /api/downloads.",
    },
    servers: [{ url: origin }],
    paths,
    components: { securitySchemes: { adminToken: { type: "http", scheme: "bearer" } } },
  };
}

export type ApiDocument = ReturnType<typeof documentOf>;
