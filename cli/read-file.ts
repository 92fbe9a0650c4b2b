import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Misused } from "./mistake.ts";

/** A file with JSON in it; `-` is what comes in. Throws Misused. */
export async function readJson(path: string): Promise<unknown> {
  const words = await (path === "-" ? text(process.stdin) : readFile(path, "utf8")).catch(
    (cause: unknown) => {
      throw new Misused(`${path} cannot be read: ${cause instanceof Error ? cause.message : cause}`, {
        cause,
      });
    },
  );
  return parsed(words, path);
}

/** JSON as it is typed, or `@file`. Throws Misused. */
export const typedJson = async (words: string): Promise<unknown> =>
  words.startsWith("@") ? readJson(words.slice(1)) : parsed(words, words);

function parsed(words: string, name: string): unknown {
  try {
    return JSON.parse(words) as unknown;
  } catch (cause) {
    throw new Misused(`${name} is not JSON`, { cause });
  }
}
