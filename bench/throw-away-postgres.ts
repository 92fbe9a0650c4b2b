import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import type { CleanUp } from "./clean-up.ts";
import { childrenOf } from "./processes.ts";

const run = promisify(execFile);

/** A PostgreSQL server to measure with. */
export interface Postgres {
  readonly url: string;
  /** As the server names itself. */
  readonly version: string;
  /** Of one that runs elsewhere, none. */
  processes(): readonly number[];
}

/** One that lives as long as the bench: makes and starts a cluster from Debian's binaries with its settings untouched; nothing when there are none. */
export async function startThrowAwayPostgres(cleanUp: CleanUp): Promise<Postgres | undefined> {
  const binaries = await findBinaries();
  if (binaries === undefined) return undefined;

  const folder = await mkdtemp(join(tmpdir(), "taproom-bench-postgres-"));
  cleanUp.add(() => rm(folder, { recursive: true, force: true }));
  const identity = await unprivileged();
  if (identity !== undefined) await chown(folder, identity.uid, identity.gid);
  const cluster = join(folder, "cluster");
  const superuser = "--username=postgres";
  await run(join(binaries, "initdb"), ["-D", cluster, superuser, "--auth=trust"], {
    ...identity,
    cwd: folder,
  });

  // A socket in its own folder: no port to collide with, and nobody else's server to meet.
  const settings = ["-k", folder, "-c", "listen_addresses="];
  const server = spawn(join(binaries, "postgres"), ["-D", cluster, ...settings], {
    ...identity,
    cwd: folder,
    stdio: "ignore",
  });
  cleanUp.add(() => interrupt(server));
  const url = `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}`;
  const postmaster = server.pid ?? 0;
  const processes = () => [postmaster, ...childrenOf(postmaster)];
  return { url, version: await askVersion(url), processes };
}

/** Debian keeps each major version in a folder of its own and outside PATH; the newest is taken. */
async function findBinaries(): Promise<string | undefined> {
  const root = "/usr/lib/postgresql";
  // No such folder means no server, which the caller has words for.
  const versions = await readdir(root).catch(() => []);
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? undefined : join(root, newest, "bin");
}

/** PostgreSQL refuses to run as root, so root runs it as the user that Debian made for it. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(["-u", "-g"].map((which) => run("id", [which, "postgres"])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function askVersion(url: string): Promise<string> {
  for (let attempts = 100; ; attempts -= 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>("show server_version");
      await client.end();
      return rows[0]?.server_version ?? "unknown";
    } catch (error) {
      // It takes a moment to listen; only when it never does is the reason worth telling.
      if (attempts === 0) throw error;
      await wait(100);
    }
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it does not wait for its clients. */
async function interrupt(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGINT");
  await ended;
}
