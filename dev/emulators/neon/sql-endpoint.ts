import { DatabaseError, type Pool, type PoolClient, type QueryArrayConfig } from "pg";
import * as z from "zod";

/** The driver has already written every value as PostgreSQL's text. */
const statement = z.object({
  query: z.string(),
  params: z.array(z.string().nullable()).default([]),
});
type Statement = z.infer<typeof statement>;

const batch = z.object({ queries: z.array(statement) });
const sqlBody = z.union([batch, statement]);

/** Answers `POST /sql` as Neon's proxy answers the driver: a statement, or a batch in one transaction. */
export async function answerSql(request: Request, pool: Pool): Promise<Response> {
  const wrong = wrongHeader(request.headers);
  if (wrong !== undefined) return Response.json({ message: wrong }, { status: 400 });
  const body = sqlBody.safeParse(await readJson(request));
  if (!body.success) return Response.json({ message: z.prettifyError(body.error) }, { status: 400 });

  try {
    const { data } = body;
    const answer = await withClient(pool, async (client) =>
      "queries" in data ? await runBatch(client, data.queries, request.headers) : await run(client, data),
    );
    return Response.json(answer);
  } catch (error) {
    return answerError(error);
  }
}

function wrongHeader(headers: Headers): string | undefined {
  if (!headers.has("neon-connection-string")) return "missing header: Neon-Connection-String";
  // Neon has other modes; the driver parses types and shapes rows itself, so it never asks for them.
  const modes = ["Neon-Raw-Text-Output", "Neon-Array-Mode"];
  const missing = modes.find((mode) => headers.get(mode) !== "true");
  return missing && `the emulator answers only with ${missing}: true`;
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one more body that is not a statement, and is answered as such.
    return undefined;
  }
}

async function withClient<Answer>(pool: Pool, use: (client: PoolClient) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect();
  try {
    return await use(client);
  } finally {
    // A lone BEGIN must not reach the next request: each is a session of its own.
    client.release(client.getTransactionStatus() !== "I");
  }
}

async function runBatch(client: PoolClient, statements: readonly Statement[], headers: Headers) {
  await client.query(beginAs(headers));
  try {
    const results = [];
    for (const each of statements) results.push(await run(client, each));
    await client.query("COMMIT");
    return { results };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

const isolationLevels = new Map([
  ["ReadUncommitted", "READ UNCOMMITTED"],
  ["ReadCommitted", "READ COMMITTED"],
  ["RepeatableRead", "REPEATABLE READ"],
  ["Serializable", "SERIALIZABLE"],
]);

function beginAs(headers: Headers): string {
  const isolation = isolationLevels.get(headers.get("neon-batch-isolation-level") ?? "");
  const readOnly = headers.get("neon-batch-read-only");
  const deferrable = headers.get("neon-batch-deferrable");
  return [
    "BEGIN",
    ...(isolation === undefined ? [] : [`ISOLATION LEVEL ${isolation}`]),
    ...(readOnly === null ? [] : [readOnly === "true" ? "READ ONLY" : "READ WRITE"]),
    ...(deferrable === null ? [] : [deferrable === "true" ? "DEFERRABLE" : "NOT DEFERRABLE"]),
  ].join(" ");
}

const rawText = { getTypeParser: () => (text: string) => text };

/** `@types/pg` does not know the query mode yet. */
interface ExtendedQuery extends QueryArrayConfig<(string | null)[]> {
  readonly queryMode: "extended";
}

async function run(client: PoolClient, { query, params }: Statement) {
  // The simple protocol would take several statements at once, which Neon refuses.
  const question: ExtendedQuery = {
    text: query,
    values: params,
    rowMode: "array",
    types: rawText,
    queryMode: "extended",
  };
  const { command, rowCount, fields, rows } = await client.query<(string | null)[]>(question);
  return { command, rowCount, rowAsArray: true, fields, rows };
}

const errorFields = [
  "severity",
  "code",
  "detail",
  "hint",
  "position",
  "internalPosition",
  "internalQuery",
  "where",
  "schema",
  "table",
  "column",
  "dataType",
  "constraint",
  "file",
  "line",
  "routine",
] as const satisfies (keyof DatabaseError)[];

function answerError(error: unknown): Response {
  const message = error instanceof Error ? error.message : String(error);
  // The driver makes a NeonDbError with a code of a 400 only; anything else is "the server failed".
  if (!(error instanceof DatabaseError)) return Response.json({ message }, { status: 500 });
  const details = errorFields.map((name) => [name, error[name] ?? null]);
  return Response.json({ message, ...Object.fromEntries(details) }, { status: 400 });
}
