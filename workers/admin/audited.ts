import type { Context } from "hono";
import { instant } from "#kernel/clock";
import { described } from "#kernel/log";
import type { Ending } from "#domain/admin/api/audit";
import type { Asked, Operation } from "#domain/admin/api/operation";
import type { Person } from "#domain/admin/rights";
import type { DoorEnv } from "../door.ts";

/** What is known of a change besides its wish. */
export interface Noted {
  readonly subject?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A change on its way through the audit. */
export interface Audited {
  /** Written down before anything is tried: should the Worker die, it stands there with an unknown end. */
  begin(): Promise<void>;
  note(noted: Noted): void;
  end(ending: Ending): Promise<void>;
}

interface Wish {
  readonly operation: Operation;
  readonly asked: Asked<Operation>;
  readonly who: Person;
}

/** A change that is wished for. What was sent stands as what it is to be afterwards, without what nobody may read. */
export function begunChange(c: Context<DoorEnv>, { operation, asked, who }: Wish): Audited {
  const { method, path } = operation;
  const begun = {
    key: crypto.randomUUID(),
    at: instant(Date.now()),
    who: who.id,
    name: who.name,
    what: `${method.toUpperCase()} ${path}`,
    subject: Object.values(asked.inPath ?? {}).join(" "),
    after: asked.body && withoutSecrets(asked.body),
  };
  let noted: Noted = {};
  const write = (ending: Ending) => c.env.ADMIN.getByName("admin").note({ ...begun, ...noted, ending });
  return {
    begin: () => write("unknown"),
    note: (more) => {
      noted = { ...noted, ...more };
    },
    // It has happened, or it has not: that nobody could write down which is no reason to say otherwise.
    end: (ending) =>
      write(ending).catch((error: unknown) => c.var.log.warn("audit.not-ended", described(error))),
  };
}

const unreadable: ReadonlySet<string> = new Set(["password", "token", "secret", "key"]);

const withoutSecrets = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (name, value: unknown) => (unreadable.has(name) ? "•••" : value)));
