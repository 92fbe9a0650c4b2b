/** Every door of the API, tried by everybody: the table is what each operation says that it needs. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../shared/domain/admin/api/index.ts";
import type { Operation } from "../../../shared/domain/admin/api/operation.ts";
import { may, type Need, type Person, sectionsToGive } from "../../../shared/domain/admin/rights.ts";
import { moveTo, place } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { Browser, moderator, owner } from "./browser.ts";

interface Door {
  readonly method: string;
  readonly path: string;
  readonly needs: Need;
}

const operations: readonly Operation[] = Object.values(api).flatMap((area) => Object.values(area));
const doors: readonly Door[] = [
  ...operations.map(({ method, path, needs }) => ({ method: method.toUpperCase(), path, needs })),
  { method: "GET", path: "/api/logs/live", needs: ["logs", "see"] as const },
  // What ends the session of whoever tries it, last.
].toSorted((one, other) => Number(isWayOut(one)) - Number(isWayOut(other)));

function isWayOut({ method, path }: Door): boolean {
  return method === "DELETE" && path === "/api/session";
}

const nameOf = ({ method, path }: Door) => `${method} ${path}`;

/** With ids that nobody has, and bodies that say nothing: who may pass is told before they are looked at. */
const tried = (browser: Browser, { method, path }: Door, origin = place.product) =>
  browser.ask(method, path.replaceAll(/:\w+/g, "0"), {
    ...(method !== "GET" && method !== "DELETE" && { body: {} }),
    headers: { Origin: origin },
  });

const rightsToSee = Object.fromEntries(sectionsToGive.map((section) => [section, "see" as const]));

type Visitor = Pick<Person, "role" | "rights"> & { readonly browser: Browser };
let visitors: readonly Visitor[];
let close: () => Promise<void>;

// In a house of its own: an owner's knock does what it says.
beforeAll(async () => {
  const own = await openTaproom({}, place.bundle);
  close = own.close;
  moveTo(own.place);
  visitors = [
    { role: "moderator", rights: {}, browser: await moderator("newcomer", {}) },
    { role: "moderator", rights: rightsToSee, browser: await moderator("onlooker", rightsToSee) },
    { role: "owner", rights: {}, browser: await owner() },
  ];
}, 120_000);
afterAll(() => close?.());

/** What a door answers to whoever may not pass; `open` is everything else. */
type Answer = 401 | 403 | "open";
const answerOf = ({ status }: Response): Answer => (status === 401 || status === 403 ? status : "open");

/** What it has to answer to each visitor, and to all of them when a page of somebody else's asks with their cookie. */
function expected({ method, needs }: Door, person: Pick<Person, "role" | "rights">) {
  const own: Answer = may({ id: "", name: "", ...person }, needs) ? "open" : 403;
  return { own, elsewhere: method === "GET" || needs === "nothing" ? undefined : 403 };
}

describe("every door", () => {
  it.each(doors.map((door) => [nameOf(door), door] as const))("%s", async (_, door) => {
    const stranger = await tried(new Browser(), door);
    expect(answerOf(stranger)).toBe(door.needs === "nothing" ? "open" : 401);
    for (const { browser, ...person } of visitors) {
      const { own, elsewhere } = expected(door, person);
      // Before it is tried in earnest: a session may be over after that.
      const fromElsewhere = elsewhere && (await tried(browser, door, "https://elsewhere.example")).status;
      expect([person, fromElsewhere, answerOf(await tried(browser, door))]).toEqual([person, elsewhere, own]);
    }
  });

  it("is written down, and nothing else but older names of them", async () => {
    const document = await (await fetch(`${place.product}/api/openapi.json`)).json();
    const { paths } = document as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>>;
    };
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
        ...operation,
      })),
    );
    const current = told.filter(({ deprecated, tags }) => !deprecated && tags[0] !== "Health");
    const names = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(current.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    for (const { name } of told.filter(({ deprecated }) => deprecated)) {
      const [method = "", path = ""] = name.split(" ");
      expect([name, (await new Browser().ask(method, path)).status]).toEqual([name, 401]);
    }
  });
});

interface Told {
  readonly deprecated?: true;
  readonly tags: readonly string[];
}
