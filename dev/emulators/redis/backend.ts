/** Backend: the Redis behind the endpoint, in this process or, by its address, a real one. */
import { Command, Redis } from "ioredis";
import { createRedisMock } from "js-redis-server";

export type RedisCommand = readonly [name: string, ...args: string[]];

/** What Redis answers, before it is written as JSON. */
export type Reply = Buffer | string | number | null | Error | readonly Reply[];

export interface Backend {
  /** Rejects with what Redis says is wrong. */
  run(command: RedisCommand): Promise<Reply>;
  /** All of them with nobody in between; an element may be an error. Rejects when the transaction was discarded. */
  runAtOnce(commands: readonly RedisCommand[]): Promise<readonly Reply[]>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** @param redisUrl such as `redis://127.0.0.1:6379/1`; without it the database lives in this process's memory. */
export async function openBackend(redisUrl?: string): Promise<Backend> {
  if (redisUrl !== undefined) return overConnection(await connect(redisUrl));
  const server = await createRedisMock();
  const backend = overConnection(await connect(server.url));
  return {
    ...backend,
    async close() {
      await backend.close();
      await server.close();
    },
  };
}

async function connect(url: string): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  // What is wrong with the line, every command says again.
  redis.on("error", () => undefined);
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw new Error(`No Redis answers at ${new URL(url).host}`, { cause: error });
  }
  return redis;
}

function overConnection(redis: Redis): Backend {
  const run = ([name, ...args]: RedisCommand) =>
    // In upper case ioredis leaves the reply as Redis gave it; HGETALL would come as an object.
    redis.sendCommand(new Command(name.toUpperCase(), args)) as Promise<Reply>;

  return {
    run,

    async runAtOnce(commands) {
      // Written in one go to one connection: nobody else's command can come in between.
      const queued = [run(["MULTI"]), ...commands.map(run)];
      const executed = run(["EXEC"]);
      // A command that could not be queued is told by EXEC.
      await Promise.allSettled(queued);
      return (await executed) as readonly Reply[];
    },

    async flush() {
      await redis.flushdb();
    },

    async close() {
      redis.disconnect();
    },
  };
}
