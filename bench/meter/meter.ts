/**
 * The meter: runs in workerd before Taproom's own bundle and counts what Cloudflare would bill. It needs nothing of the
 * product but the names of its rooms, and answers at a path of its own.
 */

/** Since workerd started. */
export interface Meter {
  /** Requests of the Worker, by path. */
  readonly worker: Readonly<Record<string, number>>;
  /** By class. */
  readonly rooms: Readonly<Record<string, RoomMeter>>;
}

export interface RoomMeter {
  /** Calls from outside the room, by method, and alarms that rang. */
  readonly requests: Record<string, number>;
  /** Rows by SQLite's cursors, values put and deleted, and alarms set, which are billed as a row. */
  sqlRows: number;
  values: number;
  alarmsSet: number;
}

export const meterPath = "/bench/meter";

const worker: Record<string, number> = {};
const rooms: Record<string, RoomMeter> = {};

const roomNamed = (name: string): RoomMeter =>
  (rooms[name] ??= { requests: {}, sqlRows: 0, values: 0, alarmsSet: 0 });

const count = (counts: Record<string, number>, what: string) => {
  counts[what] = (counts[what] ?? 0) + 1;
};

type Env = Record<string, unknown>;
type Handler = { fetch(request: Request, env: Env, context: unknown): Response | Promise<Response> };

/** The product's Worker, its requests counted. */
export const meteredWorker = (product: Handler): Handler => ({
  fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname === meterPath) return Response.json({ worker, rooms } satisfies Meter);
    count(worker, pathname);
    return product.fetch(request, meteredEnv(env), context);
  },
});

interface State {
  readonly storage: Storage;
}
interface Storage {
  readonly sql: { exec(statement: string, ...values: unknown[]): Cursor };
  readonly kv: { put(key: string, value: unknown): void; delete(key: string): boolean };
  setAlarm(moment: number): Promise<void>;
}
interface Cursor {
  readonly rowsWritten: number;
  toArray(): unknown[];
}
type Room = new (state: State, env: Env) => { alarm?(info?: unknown): Promise<void> };

/** A class of rooms, what each of them writes and how often its alarm rings counted. */
export function meteredRoom(name: string, Product: Room): Room {
  const meter = roomNamed(name);
  return class extends Product {
    constructor(state: State, env: Env) {
      meterStorage(state.storage, meter);
      super(state, meteredEnv(env));
    }

    override async alarm(info?: unknown): Promise<void> {
      count(meter.requests, "alarm");
      await super.alarm?.(info);
    }
  };
}

function meterStorage(storage: Storage, meter: RoomMeter): void {
  const { sql, kv } = storage;
  const exec = sql.exec.bind(sql);
  const put = kv.put.bind(kv);
  const forget = kv.delete.bind(kv);
  const setAlarm = storage.setAlarm.bind(storage);
  replace(sql, "exec", (statement: string, ...values: unknown[]) =>
    meteredCursor(exec(statement, ...values), meter),
  );
  replace(kv, "put", (key: string, value: unknown) => {
    meter.values += 1;
    put(key, value);
  });
  replace(kv, "delete", (key: string) => {
    const wasThere = forget(key);
    if (wasThere) meter.values += 1;
    return wasThere;
  });
  replace(storage, "setAlarm", (moment: number) => {
    meter.alarmsSet += 1;
    return setAlarm(moment);
  });
}

/** A statement writes as far as its rows are read. */
function meteredCursor(cursor: Cursor, meter: RoomMeter): Cursor {
  const atOnce = cursor.rowsWritten;
  meter.sqlRows += atOnce;
  const toArray = cursor.toArray.bind(cursor);
  replace(cursor, "toArray", () => {
    const rows = toArray();
    meter.sqlRows += cursor.rowsWritten - atOnce;
    return rows;
  });
  return cursor;
}

interface Namespace {
  getByName(name: string): object;
}

/** One for each environment: the product keeps what it has read of one. */
const known = new WeakMap<object, Env>();

function meteredEnv(env: Env): Env {
  const metered =
    known.get(env) ??
    Object.fromEntries(
      Object.entries(env).map(([name, value]) => [
        name,
        isNamespace(value) ? meteredNamespace(name, value) : value,
      ]),
    );
  known.set(env, metered);
  return metered;
}

const isNamespace = (value: unknown): value is Namespace =>
  typeof value === "object" && value !== null && "getByName" in value;

function meteredNamespace(binding: string, namespace: Namespace): Namespace {
  // REQUESTER is of RequesterDO.
  const name = `${binding
    .split("_")
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join("")}DO`;
  return { getByName: (id) => meteredStub(roomNamed(name), namespace.getByName(id)) };
}

const meteredStub = (meter: RoomMeter, stub: object): object =>
  new Proxy(stub, {
    get(target, method) {
      // The cast: whatever is asked of a room is one of its methods.
      const call = Reflect.get(target, method) as (...values: unknown[]) => unknown;
      return (...values: unknown[]) => {
        count(meter.requests, String(method));
        return Reflect.apply(call, target, values);
      };
    },
  });

const replace = (owner: object, name: string, value: unknown) =>
  Object.defineProperty(owner, name, { value, configurable: true });
