import * as z from "zod";
import type { Method, Operation } from "#domain/admin/api/operation";
import { type Schema, schemaOf } from "#domain/admin/api/schema";
import type { Need } from "#domain/admin/rights";
import { operations } from "../operations.ts";
import { cookieName } from "../session/cookie.ts";

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
  readonly tags: readonly [string];
  readonly deprecated?: true;
  readonly security: readonly object[];
  /** Nothing, somebody's session, or a right: the section, and whether it is to be seen or changed. */
  readonly "x-needs": Need;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
}

type Paths = Readonly<Record<string, Readonly<Partial<Record<Method, DescribedOperation>>>>>;

const json = (schema: Schema): Content => ({ "application/json": { schema } });

/** Why something is not answered: https://www.rfc-editor.org/rfc/rfc9457 */
const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("For a person"),
  code: z.string().describe("For a program"),
  args: z.looseObject({}).optional().describe("What detail tells of, for a program that has its own words"),
});
const refusal = (description: string): Answer => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** What is the same everywhere. */
const refusalsOf = ({
  needs,
  inPath,
  query,
  body,
  refusals,
}: Operation): Readonly<Record<number, string>> => ({
  ...((inPath ?? query ?? body) && { 400: "What was sent cannot be used; it is said why" }),
  ...(needs !== "nothing" && {
    401: "Neither a session nor the admin token",
    403:
      needs === "session"
        ? "A change that does not come from the dashboard's own page"
        : "It is not yours to do; or the change does not come from the dashboard's own page",
    429: "More calls in a minute than a person makes; Retry-After tells for how many seconds",
  }),
  503: "Something behind it gives no answer",
  ...refusals,
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

const described = (operation: Operation): DescribedOperation => ({
  summary: operation.summary,
  tags: [operation.tag],
  ...(operation.isDeprecated && { deprecated: true as const }),
  security: operation.needs === "nothing" ? [] : [{ adminToken: [] }, { session: [] }],
  "x-needs": operation.needs,
  parameters: [...parametersIn("path", operation.inPath), ...parametersIn("query", operation.query)],
  ...(operation.body && {
    requestBody: { required: true as const, content: json(schemaOf(operation.body, "input")) },
  }),
  responses: {
    200: {
      description: "The answer",
      content: {
        ...json(schemaOf(operation.answer, "output")),
        ...(operation.isTable && { "text/csv": { schema: { type: "string" } } }),
      },
    },
    ...Object.fromEntries(
      Object.entries(refusalsOf(operation)).map(([status, why]) => [status, refusal(why)]),
    ),
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
  "x-needs": "nothing",
  parameters: [],
  responses: { 200: reported("It does"), 500: reported("It does not") },
});

function pathsOf(all: readonly Operation[]): Paths {
  const paths: Record<string, Partial<Record<Method, DescribedOperation>>> = { "/health": { get: health() } };
  for (const operation of all) {
    const path = operation.path.replaceAll(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[operation.method] = described(operation);
  }
  return paths;
}

/** It says the same for as long as the Worker lives, and few Workers are asked. */
let paths: Paths | undefined;

/** The API as an OpenAPI document: https://spec.openapis.org/oas/v3.1.1 */
export function documentOf(origin: string) {
  paths ??= pathsOf(operations.map(({ operation }) => operation));
  return {
    openapi: "3.1.1",
    info: {
      title: "Taproom: the API",
      version: "1",
      description:
        "Everything that the dashboard, the terminal and programs ask. A list that goes on has `next`: ask with it as `cursor` for what follows. What is not answered is told as problem details (RFC 9457). Moments are ISO 8601, days are UTC. A download is a request that was delivered; the paths under /stats are the old names of those under /api/downloads.",
    },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, "output") },
      securitySchemes: {
        adminToken: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: cookieName },
      },
    },
  };
}

export type ApiDocument = ReturnType<typeof documentOf>;
