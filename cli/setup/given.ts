import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { Misused } from "../mistake.ts";
import type { Values } from "./known.ts";
import { names, wrongWith } from "./variables.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What every command takes from the environment. */
const usual = ["PUBLIC_URL", "ADMIN_TOKEN", "DATABASE_URL"];

/** What the owner has brought: a file, and what the environment has. Throws Misused for what Taproom does not know. */
export async function readGiven(from: string | undefined, env: Environment, all: boolean): Promise<Values> {
  const file = from === undefined ? {} : await readValues(from);
  const inEnvironment = (all ? [...names] : usual).flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const given: Values = { ...Object.fromEntries(inEnvironment), ...file };
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const why = wrongWith(name, value);
    return why ? [`${name} ${why}`] : [];
  });
  if (wrong.length > 0) throw new Misused(`Nothing was done:\n${wrong.join("\n")}`);
  return given;
}

async function readValues(path: string): Promise<Values> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new Misused(`${path} cannot be read`, { cause });
  });
  const values = Object.entries(parseEnv(text)).filter(([, value]) => value !== undefined && value !== "");
  const unknown = values.flatMap(([name]) => (names.has(name) ? [] : [name]));
  if (unknown.length > 0)
    throw new Misused(`${path} names what Taproom does not know: ${unknown.join(", ")}`);
  return Object.fromEntries(values) as Values;
}
