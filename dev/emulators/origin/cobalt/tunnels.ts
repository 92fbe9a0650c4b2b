import { randomBytes } from "node:crypto";
import { deliver } from "../deliver.ts";
import { fileNamed, type Media } from "../media.ts";
import { notFound, type Origin } from "../origin.ts";

/** What flows through a tunnel. */
export interface Freight {
  readonly media: Media;
  readonly name: string;
  readonly isLengthEstimated: boolean;
}

const lifespan = 90_000;

/** Tunnels: addresses at cobalt itself, remembered for 90 seconds, through which a file flows as often as it is asked for. */
export class Tunnels {
  readonly #origin: Origin;
  readonly #home: string;
  readonly #dug = new Map<string, Freight & { readonly until: number }>();

  constructor(origin: Origin, home: string) {
    this.#origin = origin;
    this.#home = home;
  }

  /** Its address. The failure `expired` gives one that has had its time. */
  dig(freight: Freight): string {
    const { now, store, links } = this.#origin;
    const isOld = store.strike(freight.media, "back-end", (name) => name === "expired") !== undefined;
    const until = now() + (isOld ? -1 : lifespan);
    this.#fillIn();
    const id = randomBytes(16).toString("base64url").slice(0, 21);
    this.#dug.set(id, { ...freight, until });
    const query = new URLSearchParams({ id, exp: String(until), sig: links.sign("tunnel", id, until) });
    return `${this.#home}tunnel?${query}`;
  }

  open(request: Request, { searchParams: query }: URL): Response {
    const { now, store, links } = this.#origin;
    const [id = "", exp = "", sig = ""] = ["id", "exp", "sig"].map((part) => query.get(part) ?? "");
    if (!links.isSigned(sig, "tunnel", id, exp)) return new Response(null, { status: 401 });
    if (now() >= Number(exp)) return new Response(null, { status: 410 });
    const freight = this.#dug.get(id);
    if (!freight) return notFound();
    const media = store.media(freight.media);
    const file = fileNamed(media, freight.name);
    if (!file) return notFound();
    const { isLengthEstimated } = freight;
    return deliver(this.#origin, { request, media, file, side: "back-end" }, { isLengthEstimated });
  }

  forget(): void {
    this.#dug.clear();
  }

  #fillIn(): void {
    for (const [id, { until }] of this.#dug) if (until <= this.#origin.now()) this.#dug.delete(id);
  }
}
