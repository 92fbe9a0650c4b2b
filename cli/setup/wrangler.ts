import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Mistake } from "../mistake.ts";

/** Where Taproom's files are. */
export const house = fileURLToPath(new URL("../..", import.meta.url));

interface Told {
  readonly ok: boolean;
  readonly out: string;
  readonly err: string;
}

/** What wrangler has written down of what it did: one object a line. */
export interface Deed {
  readonly type: string;
  readonly targets?: readonly string[];
}

/** Cloudflare's own tool: the one way to Cloudflare, with whatever sign-in it has. */
export class Wrangler {
  /** Which account, where there are several. */
  account: string | undefined;

  /** Runs unseen; `input` is what it reads. */
  async ask(words: readonly string[], input = ""): Promise<Told> {
    const child = spawn("wrangler", words, { cwd: house, env: this.#environment(), stdio: "pipe" });
    // It may end before it has read everything; how it ends says enough.
    child.stdin.on("error", () => {}).end(input);
    const [code, out, err] = await Promise.all([ended(child), text(child.stdout), text(child.stderr)]);
    return { ok: code === 0, out, err: out + err };
  }

  /** Runs before the owner's eyes. Throws Mistake when it fails: wrangler has said why. */
  async perform(words: readonly string[], folder = house): Promise<readonly Deed[]> {
    const notes = await mkdtemp(join(tmpdir(), "taproom-wrangler-"));
    try {
      const file = join(notes, "deeds");
      const env = { ...this.#environment(), WRANGLER_OUTPUT_FILE_PATH: file };
      const code = await ended(spawn("wrangler", words, { cwd: folder, env, stdio: "inherit" }));
      if (code !== 0) throw new Mistake(`wrangler ${words.join(" ")} failed; it says why above.`);
      return deedsIn(await readFile(file, "utf8").catch(() => ""));
    } finally {
      await rm(notes, { recursive: true });
    }
  }

  #environment(): NodeJS.ProcessEnv {
    const { PATH = "" } = process.env;
    return {
      ...process.env,
      PATH: [PATH, join(house, "node_modules", ".bin")].join(delimiter),
      WRANGLER_HIDE_BANNER: "true",
      ...(this.account && { CLOUDFLARE_ACCOUNT_ID: this.account }),
    };
  }
}

const ended = (child: ReturnType<typeof spawn>) =>
  new Promise<number>((resolve, reject) => {
    child.on("error", (cause) => reject(new Mistake("wrangler could not be started: npm ci", { cause })));
    child.on("close", (code) => resolve(code ?? 1));
  });

const deedsIn = (lines: string) =>
  lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Deed);
