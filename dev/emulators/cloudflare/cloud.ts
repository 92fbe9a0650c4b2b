import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What is at Cloudflare. */
export interface Cloud {
  /** Empty: nobody is signed in. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly worker: boolean;
  readonly secrets: Readonly<Record<string, string>>;
  /** Names of Pages projects. */
  readonly pages: readonly string[];
  readonly deployments: readonly string[];
  /** What wrangler was asked for, the oldest first. */
  readonly calls: readonly string[];
  /** What does not work today. */
  readonly breaks?: string;
}

const fileIn = (folder: string) => join(folder, "cloud.json");

/** Where wrangler finds it unless it is told otherwise. */
const here = () => process.env["TAPROOM_CLOUDFLARE"] ?? ".";

export const readCloud = (folder = here()) => JSON.parse(readFileSync(fileIn(folder), "utf8")) as Cloud;

export const writeCloud = (cloud: Cloud, folder = here()) =>
  writeFileSync(fileIn(folder), JSON.stringify(cloud));
