import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { Redis, type RedisConfigNodejs } from "@upstash/redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { freePort } from "../../free-port.ts";
import { startWorld, type World } from "../../world/world.ts";
import { startRedis } from "./index.ts";

const token = "a token of the test";
const url = "https://redis.taproom.test";
const twitch = {
  clientId: "id",
  clientSecret: "secret",
  eventSubSecret: "eventsub-secret",
  broadcaster: { id: "1001", login: "streamer", name: "Streamer" },
  bot: { id: "1002", login: "taproom_bot", name: "Taproom_Bot" },
};

const client = (rest: Partial<RedisConfigNodejs> = {}) =>
  new Redis({ url, token, enableTelemetry: false, retry: false, ...rest });

/** The vendor's client knows no other fetch than the usual one. */
function leadFetchTo(world: World): void {
  const elsewhere = globalThis.fetch;
  vi.stubGlobal("fetch", (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    return request.url.startsWith(url) ? world.fetch(request) : elsewhere(request);
  });
}

/** What the endpoint says to whoever writes without a client. */
async function post(path: string, body: string, more: Record<string, string> = {}) {
  const headers = { Authorization: `Bearer ${token}`, ...more };
  const answer = await fetch(url + path, { method: "POST", headers, body });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

/** A real server on a port of its own. */
async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const server = spawn("redis-server", ["--port", String(port), "--save", "", "--appendonly", "no"]);
  for await (const line of server.stdout) if (String(line).includes("Ready to accept")) break;
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const gone = once(server, "exit");
      server.kill();
      await gone;
    },
  };
}

const hasServer = (() => {
  try {
    execFileSync("redis-server", ["--version"]);
    return true;
  } catch {
    console.warn("SKIPPED: there is no redis-server here, so the suite runs on the embedded one only");
    return false;
  }
})();

describe.for([
  { name: "the embedded Redis", real: false },
  { name: "a real Redis", real: true },
])("$name", ({ real }) => {
  describe.skipIf(real && !hasServer)("behind the REST endpoint", () => {
    let world: World;
    let redis: Redis;
    let server: Awaited<ReturnType<typeof startServer>> | undefined;

    beforeAll(async () => {
      server = real ? await startServer() : undefined;
      const emulator = startRedis({ token, ...(server && { redisUrl: server.url }) });
      await emulator.ready;
      world = await startWorld({
        port: 0,
        webhookOrigin: "http://127.0.0.1:1",
        twitch,
        emulators: [emulator],
      });
      leadFetchTo(world);
    });
    beforeEach(async () => {
      await world.control(new Request(`${world.url}/redis/flush`, { method: "POST" }));
      redis = client();
    });
    afterEach(() => world.control(new Request(`${world.url}/reset`, { method: "POST" })));
    afterAll(async () => {
      vi.unstubAllGlobals();
      await world.close();
      await server?.stop();
    });

    describe("strings", () => {
      it("come back as they were, whatever they look like", async () => {
        const values = ["abcd", "T0s=", "OK", "Пиво 🍺", "", " a\r\nb\0c ", "aGVsbG8=", '"quoted"'];
        for (const value of values) {
          await redis.set("key", value);
          expect(await client({ automaticDeserialization: false }).get("key")).toBe(value);
        }
        expect(await redis.get("nobody")).toBeNull();
      });

      it("carry numbers, booleans, null and objects as JSON", async () => {
        await redis.mset({ number: 1.5, yes: true, nothing: null, object: { я: [1, "abcd"] } });
        expect(await redis.mget("number", "yes", "nothing", "object", "absent")).toEqual([
          1.5,
          true,
          null,
          { я: [1, "abcd"] },
          null,
        ]);
      });

      it("are set only if absent or present, and may end", async () => {
        expect(await redis.set("key", "first", { nx: true, ex: 60 })).toBe("OK");
        expect(await redis.set("key", "second", { nx: true, ex: 60 })).toBeNull();
        expect(await redis.ttl("key")).toBe(60);
        expect(await redis.set("key", "third", { xx: true, px: 90_000, get: true })).toBe("first");
        expect(await redis.pttl("key")).toBeGreaterThan(80_000);
        expect(await redis.set("absent", "x", { xx: true })).toBeNull();
        expect(await redis.set("key", "fourth", { keepTtl: true })).toBe("OK");
        expect(await redis.ttl("key")).toBeGreaterThan(0);
      });

      it("end when their time is over", async () => {
        await redis.set("key", "brief", { px: 20 });
        await vi.waitFor(async () => expect(await redis.get("key")).toBeNull());
        await redis.set("key", "past", { exat: 1 });
        expect(await redis.exists("key")).toBe(0);
      });

      it("are read and prolonged, or read and taken, in one go", async () => {
        await redis.set("key", "value");
        expect(await redis.getex("key", { ex: 7 * 86_400 })).toBe("value");
        expect(await redis.ttl("key")).toBe(7 * 86_400);
        expect(await redis.getex("key", { persist: true })).toBe("value");
        expect(await redis.ttl("key")).toBe(-1);
        expect(await redis.getdel("key")).toBe("value");
        expect(await redis.getdel("key")).toBeNull();
        expect(await redis.ttl("key")).toBe(-2);
      });

      it("count", async () => {
        expect(await redis.incr("n")).toBe(1);
        expect(await redis.incrby("n", 41)).toBe(42);
        expect(await redis.decr("n")).toBe(41);
        expect(await redis.incrbyfloat("n", 0.5)).toBe(41.5);
        expect(await redis.append("text", "ab")).toBe(2);
        expect(await redis.strlen("text")).toBe(2);
        expect(await redis.msetnx({ text: "x", other: "y" })).toBe(0);
      });
    });

    it("keeps hashes", async () => {
      expect(await redis.hset("h", { b: "abcd", 10: 1, 2: { deep: true } })).toBe(3);
      expect(await redis.hgetall("h")).toEqual({ b: "abcd", 10: 1, 2: { deep: true } });
      expect(await redis.hkeys("h")).toHaveLength(3);
      expect(await redis.hget("h", "b")).toBe("abcd");
      expect(await redis.hmget("h", "b", "absent")).toEqual({ b: "abcd", absent: null });
      expect(await redis.hincrby("h", "10", 5)).toBe(6);
      expect(await redis.hsetnx("h", "b", "other")).toBe(0);
      expect(await redis.hdel("h", "b")).toBe(1);
      expect(await redis.hexists("h", "b")).toBe(0);
      expect(await redis.hgetall("absent")).toBeNull();
    });

    it("keeps sets", async () => {
      expect(await redis.sadd("s", "a", "abcd", "a")).toBe(2);
      expect((await redis.smembers("s")).toSorted()).toEqual(["a", "abcd"]);
      expect(await redis.sismember("s", "a")).toBe(1);
      expect(await redis.smismember("s", ["a", "b"])).toEqual([1, 0]);
      expect(await redis.srem("s", "a")).toBe(1);
      expect(await redis.scard("s")).toBe(1);
      expect(await redis.spop("s")).toBe("abcd");
    });

    it("keeps sorted sets", async () => {
      expect(await redis.zadd("z", { score: 1, member: "a" }, { score: 2, member: "abcd" })).toBe(2);
      expect(await redis.zadd("z", { nx: true }, { score: 9, member: "a" })).toBe(0);
      expect(await redis.zadd("z", { gt: true, ch: true }, { score: 0, member: "a" })).toBe(0);
      expect(await redis.zadd("z", { gt: true, ch: true }, { score: 1.5, member: "a" })).toBe(1);
      expect(await redis.zadd("z", { incr: true }, { score: 1, member: "a" })).toBe(2.5);
      expect(await redis.zscore("z", "a")).toBe(2.5);
      expect(await redis.zrange("z", 0, -1, { withScores: true })).toEqual(["abcd", 2, "a", 2.5]);
      expect(await redis.zrange("z", 0, "(2.5", { byScore: true })).toEqual(["abcd"]);
      expect(
        await redis.zrange("z", "+inf", "-inf", { byScore: true, rev: true, offset: 0, count: 1 }),
      ).toEqual(["a"]);
      expect(await redis.zrank("z", "a")).toBe(1);
      expect(await redis.zcount("z", 2, "+inf")).toBe(2);
      expect(await redis.zpopmin("z", 1)).toEqual(["abcd", 2]);
      expect(await redis.zremrangebyscore("z", "-inf", "+inf")).toBe(1);
      expect(await redis.zpopmin("z")).toEqual([]);
    });

    it("keeps lists", async () => {
      expect(await redis.rpush("l", "a", "abcd", "c")).toBe(3);
      expect(await redis.lpush("l", 0)).toBe(4);
      expect(await redis.lrange("l", 0, -1)).toEqual([0, "a", "abcd", "c"]);
      expect(await redis.lmove("l", "m", "left", "right")).toBe(0);
      expect(await redis.rpop("l")).toBe("c");
      expect(await redis.lpop("l", 2)).toEqual(["a", "abcd"]);
      expect(await redis.llen("l")).toBe(0);
      expect(await redis.lpop("l")).toBeNull();
    });

    it("gives time to keys of any kind, and finds them", async () => {
      await redis.hset("jobs:1", { a: 1 });
      expect(await redis.expire("jobs:1", 100)).toBe(1);
      expect(await redis.expire("jobs:1", 50, "GT")).toBe(0);
      expect(await redis.pexpire("absent", 100)).toBe(0);
      expect(await redis.persist("jobs:1")).toBe(1);
      expect(await redis.type("jobs:1")).toBe("hash");
      await redis.set("other", 1);
      expect(await redis.scan(0, { match: "jobs:*", count: 100 })).toEqual(["0", ["jobs:1"]]);
      expect(await redis.keys("*")).toHaveLength(2);
      expect(await redis.del("jobs:1", "other", "absent")).toBe(2);
    });

    describe("scripts", () => {
      const bare =
        "redis.call('incrby', KEYS[1], ARGV[1]) return {KEYS[1], 'abcd', {redis.call('get', KEYS[1])}}";
      const flagged = `#!lua flags=allow-key-locking\n${bare}`;

      it.each([
        ["without a shebang", bare],
        ["with the flags only Upstash knows", flagged],
      ])("run %s, by text and by hash", async (_, script) => {
        expect(await redis.eval(script, ["n"], [2])).toEqual(["n", "abcd", [2]]);
        const sha = await redis.scriptLoad(script);
        expect(await redis.scriptExists(sha, "0".repeat(40))).toEqual([1, 0]);
        expect(await redis.evalsha(sha, ["n"], ["3"])).toEqual(["n", "abcd", [5]]);
        await redis.scriptFlush();
        await expect(redis.evalsha(sha, ["n"], ["3"])).rejects.toThrow("NOSCRIPT");
        expect(await redis.createScript(script).exec(["n"], ["1"])).toEqual(["n", "abcd", [6]]);
      });

      it("tell their errors", async () => {
        await expect(redis.eval("return redis.error_reply('ERR not today')", [], [])).rejects.toThrow(
          "not today",
        );
      });
    });

    describe("many commands", () => {
      it("go in one pipeline, and fail one by one", async () => {
        const pipeline = redis.pipeline().set("key", "abcd").lpush("key", 1).get("key");
        const [first, second, third] = await pipeline.exec({ keepErrors: true });
        expect(first).toMatchObject({ result: "OK" });
        expect(second).toMatchObject({ error: expect.stringContaining("WRONGTYPE") });
        expect(third).toMatchObject({ result: "abcd" });
      });

      it("go in one pipeline of themselves when they are asked at once", async () => {
        await redis.set("key", "abcd");
        expect(await Promise.all([redis.get("key"), redis.ttl("key"), redis.exists("key")])).toEqual([
          "abcd",
          -1,
          1,
        ]);
        const calls = await world.control(new Request(`${world.url}/calls?service=redis`));
        expect((await calls.json()) as unknown[]).toHaveLength(2);
      });

      it("are done with nobody in between in a transaction", async () => {
        const rounds = Array.from({ length: 20 }, () =>
          client({ enableAutoPipelining: false }).multi().incr("n").get<number>("n").incr("n").exec(),
        );
        const disturbing = Array.from({ length: 20 }, () =>
          client({ enableAutoPipelining: false }).incr("n"),
        );
        for (const [first, second, third] of (
          await Promise.all([Promise.all(rounds), Promise.all(disturbing)])
        )[0])
          expect([second, third]).toEqual([first, first + 1]);
        expect(await redis.get("n")).toBe(60);
      });

      it("are not done at all when one of them is none", async () => {
        const answer = await fetch(`${url}/multi-exec`, {
          method: "POST",
          headers: { Authorization: `Bearer ${token}` },
          body: JSON.stringify([["SET", "other", "value"], ["NONSENSE"]]),
        });
        expect(answer.status).toBe(400);
        expect(await answer.json()).toMatchObject({ error: expect.stringContaining("EXECABORT") });
        expect(await redis.get("other")).toBeNull();
      });
    });

    describe("what is wrong", () => {
      it("is told in Redis' own words", async () => {
        await redis.set("key", "text");
        await expect(redis.hget("key", "field")).rejects.toThrow("WRONGTYPE");
        await expect(redis.incr("key")).rejects.toThrow("not an integer");
        const alone = client({ enableAutoPipelining: false });
        await expect(alone.hget("key", "field")).rejects.toThrow(
          /WRONGTYPE.*command was: \["hget","key","field"\]/,
        );
        const answer = await post("/", JSON.stringify(["SET", "key"]));
        expect(answer).toEqual({
          status: 400,
          body: { error: expect.stringContaining("wrong number of arguments") },
        });
      });

      it("is told of commands that one request cannot carry", async () => {
        for (const name of ["BLPOP", "subscribe", "SELECT", "MULTI"])
          expect(await post("/", JSON.stringify([name, "x", "0"]))).toMatchObject({
            status: 400,
            body: { error: expect.stringContaining(name) },
          });
      });

      it("is told of requests that are none", async () => {
        for (const body of ["nonsense", "{}", "[]", '[["GET"]]'])
          expect(await post("/", body)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
        expect(await post("/nowhere", "[]")).toMatchObject({ status: 404 });
      });

      it("is a token nobody handed out", async () => {
        await expect(client({ token: "another" }).get("key")).rejects.toThrow("WRONGPASS");
      });
    });

    it("speaks plainly to whoever does not ask for base64", async () => {
      await redis.set("key", "abcd");
      expect(await post("/", '["GET","key"]')).toEqual({ status: 200, body: { result: "abcd" } });
    });

    it("writes every string in base64 to whoever does, at any depth, but OK", async () => {
      const commands = [
        ["SET", "key", "abcd"],
        ["EVAL", "return {'abcd', {KEYS[1], 1, false}}", "1", "key"],
      ];
      const encoded = await post("/pipeline", JSON.stringify(commands), { "Upstash-Encoding": "base64" });
      expect(encoded.body).toEqual([{ result: "OK" }, { result: [btoa("abcd"), [btoa("key"), 1, null]] }]);
    });

    it("is gone for the client while the service is stopped, and has kept everything", async () => {
      await redis.set("key", "kept");
      await world.control(new Request(`${world.url}/services/redis/stop`, { method: "POST" }));
      await expect(redis.get("key")).rejects.toThrow("fetch failed");
      let waits = 0;
      const patient = client({
        retry: {
          retries: 2,
          backoff: () => {
            waits += 1;
            void world.control(new Request(`${world.url}/services/redis/start`, { method: "POST" }));
            return 0;
          },
        },
      });
      expect(await patient.get("key")).toBe("kept");
      expect(waits).toBe(1);
    });

    it("is empty after a reset", async () => {
      await redis.set("key", "value");
      await world.control(new Request(`${world.url}/reset`, { method: "POST" }));
      expect(await redis.dbsize()).toBe(0);
    });
  });
});

it("tells who did not answer when there is no Redis at the address", async () => {
  const port = await freePort();
  const emulator = startRedis({ token, redisUrl: `redis://127.0.0.1:${port}` });
  await expect(emulator.ready).rejects.toThrow(`No Redis answers at 127.0.0.1:${port}`);
  await emulator.close();
});
