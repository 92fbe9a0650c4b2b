/** Somebody at a browser: it keeps cookies, and says where a question comes from as browsers do. */
import { randomInt } from "node:crypto";
import { appendFileSync } from "node:fs";
import { place } from "../place.ts";

/** Nobody shares a neighbourhood with anybody, of another file neither: failures are counted by address. */
const newAddress = () => `10.${[256, 256, 256].map((many) => randomInt(many)).join(".")}`;

export interface Sent {
  readonly body?: unknown;
  /** Instead of a body: what a form on the page sends. */
  readonly form?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export class Browser {
  readonly cookies = new Map<string, string>();
  address = newAddress();

  /** Asks as a script of the dashboard's own page does. */
  ask(method: string, path: string, { body, form, headers = {} }: Sent = {}): Promise<Response> {
    const usual = {
      "CF-Connecting-IP": this.address,
      "Content-Type": "application/json",
      Origin: method === "GET" ? undefined : place.product,
      Cookie: this.cookies.size > 0 ? this.#cookie() : undefined,
    };
    return this.#fetch(`${place.product}${path}`, {
      method,
      redirect: "manual",
      headers: definedOf({ ...usual, ...headers }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(form !== undefined && { body: form }),
    });
  }

  /** What it sends along when the dashboard's page opens a socket. */
  get forSocket(): { readonly Cookie: string; readonly Origin: string } {
    return { Cookie: this.#cookie(), Origin: place.product };
  }

  get = (path: string) => this.ask("GET", path);

  /** Begins a session with the admin token. */
  async signInAsOwner(): Promise<this> {
    const answer = await this.ask("POST", "/api/session/token", { body: { token: place.adminToken } });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return this;
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const answer = await fetch(url, init);
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else {
      this.cookies.set(name, value);
      // Whoever reads it is in: no log may show it.
      appendFileSync(place.secretsFile, `\n${value}`);
    }
  }

  #cookie = () => Array.from(this.cookies, ([name, value]) => `${name}=${value}`).join("; ");
}

const definedOf = (headers: Readonly<Record<string, string | undefined>>): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));

/** An owner, signed in. */
export const owner = () => new Browser().signInAsOwner();

const password = "a long night in the taproom";

/** A moderator with these rights, signed in by a password. */
export async function moderator(name: string, rights: Readonly<Record<string, string>>): Promise<Browser> {
  const boss = await owner();
  const id = `name:${name}`;
  await boss.ask("PUT", `/api/people/${id}`, { body: { name: `The ${name}`, role: "moderator", rights } });
  await boss.ask("PUT", `/api/people/${id}/password`, { body: { password } });
  const browser = new Browser();
  const answer = await browser.ask("POST", "/api/session/password", { body: { name, password } });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return browser;
}
