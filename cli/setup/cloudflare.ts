/** What Taproom wants of Cloudflare, in wrangler's words. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Mistake } from "../mistake.ts";
import type { Values } from "./known.ts";
import { house, type Wrangler } from "./wrangler.ts";

const pageFolder = join(house, "dashboard");

export interface Account {
  readonly id: string;
  readonly name: string;
}

interface SignedIn {
  readonly loggedIn: boolean;
  readonly accounts?: readonly Account[];
}

/** The accounts that wrangler may use; undefined: nobody is signed in. */
export async function accountsOf(wrangler: Wrangler): Promise<readonly Account[] | undefined> {
  const { out, err } = await wrangler.ask(["whoami", "--json"]);
  const who = parsed<SignedIn>(out);
  if (!who) throw new Mistake(`wrangler does not say who is signed in: ${lastWords(err)}`);
  return who.loggedIn ? (who.accounts ?? []) : undefined;
}

/** Names of the Worker's secrets; undefined: there is no Worker yet. */
export async function secretNames(wrangler: Wrangler): Promise<readonly string[] | undefined> {
  const { ok, out, err } = await wrangler.ask(["secret", "list", "--format", "json"]);
  const secrets = ok ? parsed<readonly { readonly name: string }[]>(out) : undefined;
  if (secrets) return secrets.map(({ name }) => name);
  if (/Worker .* not found/i.test(err)) return undefined;
  throw new Mistake(`Cloudflare does not list the Worker's secrets: ${lastWords(err)}`);
}

/** Puts all of them at once, so that the Worker never runs with half of them. They go by a pipe, never by a file. */
export async function putSecrets(wrangler: Wrangler, values: Values): Promise<void> {
  const { ok, err } = await wrangler.ask(["secret", "bulk"], JSON.stringify(values));
  if (!ok) throw new Mistake(`Cloudflare did not take the secrets: ${lastWords(err)}`);
}

/** Deploys the Worker; answers where it is. */
export async function deployWorker(wrangler: Wrangler): Promise<string | undefined> {
  const deeds = await wrangler.perform(["deploy"]);
  const targets = deeds.flatMap(({ type, targets: all = [] }) => (type === "deploy" ? all : []));
  return targets.find((target) => target.startsWith("https://"))?.split(" ")[0];
}

/** Where a page is, and whether anything was ever deployed there. */
export interface Page {
  readonly url: string;
  readonly isDeployed: boolean;
}

/** The Pages project of the dashboard; undefined: there is none yet. */
export async function pageOf(wrangler: Wrangler): Promise<Page | undefined> {
  const name = await pageName();
  const projects = await listed<{ "Project Name": string; "Project Domains": string }>(wrangler, ["project"]);
  const project = projects.find((each) => each["Project Name"] === name);
  if (!project) return undefined;
  const deployments = await listed(wrangler, ["deployment"], "--project-name", name);
  return { url: `https://${ownDomain(project["Project Domains"])}`, isDeployed: deployments.length > 0 };
}

async function listed<Row>(wrangler: Wrangler, what: readonly string[], ...more: readonly string[]) {
  const { ok, out, err } = await wrangler.ask(["pages", ...what, "list", "--json", ...more]);
  const rows = ok ? parsed<readonly Row[]>(out) : undefined;
  if (!rows) throw new Mistake(`Cloudflare does not list the Pages ${what.join(" ")}s: ${lastWords(err)}`);
  return rows;
}

/** A domain of the owner's own rather than Cloudflare's. */
function ownDomain(domains: string): string {
  const all = domains.split(", ");
  return all.find((domain) => !domain.endsWith(".pages.dev")) ?? all[0] ?? domains;
}

export async function createPage(wrangler: Wrangler): Promise<void> {
  await wrangler.perform(["pages", "project", "create", await pageName(), "--production-branch", branch]);
}

/** Deploys what was built, for everybody to see: whatever branch is checked out. */
export async function deployPage(wrangler: Wrangler): Promise<void> {
  await wrangler.perform(["pages", "deploy", "--branch", branch, "--commit-dirty=true"], pageFolder);
}

const branch = "main";

async function pageName(): Promise<string> {
  const file = join(pageFolder, "wrangler.toml");
  const name = /^name = "(.+)"$/m.exec(await readFile(file, "utf8"))?.[1];
  if (!name) throw new Mistake(`${file} does not name the Pages project`);
  return name;
}

function parsed<Answer>(out: string): Answer | undefined {
  try {
    return JSON.parse(out) as Answer;
  } catch {
    // Not what was asked for: whoever asked says so.
    return undefined;
  }
}

/** The line that says what went wrong, without colours. */
function lastWords(said: string): string {
  // oxlint-disable-next-line no-control-regex -- colours are control characters
  const lines = said.replaceAll(/\u001b\[[\d;]*m/g, "").split("\n");
  return (lines.find((line) => line.includes("ERROR")) ?? lines.findLast(Boolean) ?? "nothing").trim();
}
