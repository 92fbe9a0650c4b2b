import { type Meter, meterPath, type RoomMeter } from "../meter/meter.ts";
import type { TaproomProcess } from "../taproom-process.ts";

/** What Cloudflare would bill of the forwarder. */
export interface Spent {
  /** Requests of the Worker, by path. */
  readonly worker: Readonly<Record<string, number>>;
  /** Requests of rooms, by class and method. */
  readonly rooms: Readonly<Record<string, number>>;
  /** Rows written, alarms that were set among them, by class. */
  readonly rows: Readonly<Record<string, number>>;
}

const classes = ["SourceChatDO", "ForwarderDO"];
const often = 500;

/** Reads the meter again and again, for it begins anew with each runtime; what is spent in the half second before a death is lost. */
export class SpendingWatch {
  readonly #taproom: TaproomProcess;
  readonly #sums = new Map<string, number>();
  #before: ReadonlyMap<string, number> = new Map();
  #timer: NodeJS.Timeout | undefined;

  constructor(taproom: TaproomProcess) {
    this.#taproom = taproom;
  }

  async begin(): Promise<void> {
    this.#before = await this.#read();
    this.#timer = setInterval(() => void this.#add().catch(() => undefined), often);
  }

  async end(): Promise<Spent> {
    clearInterval(this.#timer);
    await this.#add();
    return { worker: this.#of("worker"), rooms: this.#of("room"), rows: this.#of("rows") };
  }

  async #add(): Promise<void> {
    const now = await this.#read();
    for (const [name, count] of now) {
      const before = this.#before.get(name) ?? 0;
      const more = count < before ? count : count - before;
      this.#sums.set(name, (this.#sums.get(name) ?? 0) + more);
    }
    this.#before = now;
  }

  async #read(): Promise<ReadonlyMap<string, number>> {
    return countsOf(await this.#taproom.askProduct<Meter>(meterPath));
  }

  #of(kind: string): Readonly<Record<string, number>> {
    const sums = [...this.#sums].filter(([name, count]) => name.startsWith(`${kind} `) && count > 0);
    return Object.fromEntries(sums.map(([name, count]) => [name.slice(kind.length + 1), count]));
  }
}

function countsOf({ worker, rooms }: Meter): ReadonlyMap<string, number> {
  const requests = Object.entries(worker)
    .filter(([path]) => ["/telegram/forwarder", "/jobs/deliver"].includes(path))
    .map(([path, count]) => [`worker ${path}`, count] as const);
  const ofRooms = classes.flatMap((name) => [
    ...Object.entries(rooms[name]?.requests ?? {}).map(
      ([method, count]) => [`room ${name}.${method}`, count] as const,
    ),
    [`rows ${name}`, written(rooms[name])] as const,
  ]);
  return new Map([...requests, ...ofRooms]);
}

const written = (room: RoomMeter | undefined): number =>
  room ? room.sqlRows + room.values + room.alarmsSet : 0;
