/** The owner looks after mappings and chats by HTTP. */
import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askPostgres, askProduct, askWorld, callsSince, place } from "../place.ts";
import { ChatRoom } from "./chats.ts";

interface Room {
  readonly id: string;
  readonly title: string;
}

/** A chat in which the bot is what it is said to be. */
async function openChat(chat: Readonly<Record<string, unknown>> = {}): Promise<Room> {
  const { id, title } = await ChatRoom.open(chat);
  return { id: String(id), title };
}

interface Skipped {
  readonly source: string;
  readonly target: string;
  readonly code: string;
  readonly message: string;
}

interface Mapping {
  readonly id: number;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly mode: string;
  readonly [setting: string]: unknown;
}

interface Created {
  readonly created: readonly Mapping[];
  readonly skipped: readonly Skipped[];
}

async function asked<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await askProduct(method, path, body);
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`${method} ${path} answers ${response.status}: ${answer}`);
  return JSON.parse(answer) as Answer;
}

async function refused(method: string, path: string, body?: unknown) {
  const response = await askProduct(method, path, body);
  const { code, detail, args } = (await response.json()) as { code: string; detail: string; args?: object };
  return { status: response.status, code, message: detail, args };
}

interface Part {
  readonly items: readonly { readonly id: number | string }[];
  readonly next?: string;
}

/** The ids of a whole list, read two at a time. */
async function inParts(path: string, cursor?: string): Promise<readonly unknown[]> {
  const query = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  const { items, next } = await asked<Part>("GET", `${path}&limit=2${query}`);
  expect(items.length).toBeLessThanOrEqual(2);
  return [...items.map(({ id }) => id), ...(next === undefined ? [] : await inParts(path, next))];
}

const create = (wish: object) => asked<Created>("PUT", "/api/mappings", wish);
const pairs = (list: readonly { readonly source: string; readonly target: string }[]) =>
  list.map(({ source, target }) => `${source} → ${target}`);

describe.concurrent("mappings", () => {
  it("are made from every source to every target, and what is there already is left alone", async () => {
    const [a, b, x, y] = await Promise.all([openChat(), openChat(), openChat(), openChat()]);
    const first = await create({ sources: [a.id], targets: [x.id], mode: "forward", label: "the first" });
    expect(first).toMatchObject({
      created: [{ source: a.id, target: x.id, mode: "forward", label: "the first", enabled: true }],
      skipped: [],
    });
    const all = await create({ sources: [a.id, b.id], targets: [x.id, y.id], mode: "copy" });
    expect(pairs(all.created)).toEqual([`${a.id} → ${y.id}`, `${b.id} → ${x.id}`, `${b.id} → ${y.id}`]);
    expect(all.skipped).toEqual([
      { source: a.id, target: x.id, code: "exists", message: "There is such a mapping already." },
    ]);
    // What was made first is as it was.
    expect(await asked("GET", `/api/mappings/${first.created[0]?.id}`)).toMatchObject({ mode: "forward" });
  });

  it("may make a chain and no loop, unless it is confirmed", async () => {
    const [a, b, c] = await Promise.all([openChat(), openChat(), openChat()]);
    await create({ sources: [a.id], targets: [b.id] });
    expect((await create({ sources: [b.id], targets: [c.id] })).created).toHaveLength(1);
    expect(await create({ sources: [c.id], targets: [a.id, c.id] })).toMatchObject({
      created: [],
      skipped: [{ code: "loop" }, { code: "same-place" }],
    });
    expect((await create({ sources: [c.id], targets: [a.id], confirmLoop: true })).created).toHaveLength(1);
  });

  it("keep to the rights of the bot, and every reason is told", async () => {
    const source = await openChat();
    const mute = await openChat({ botRights: { can_post_messages: false } });
    const gone = await openChat({ botRights: "kicked" });
    const { created, skipped } = await create({
      sources: [source.id, "https://t.me/+AbCdEf"],
      targets: [mute.id, gone.id, "-1009999999999", "no chat!"],
    });
    expect(created).toEqual([]);
    expect(skipped.map(({ code }) => code)).toEqual([
      "cannot-post",
      "bot-kicked",
      "no-such-chat",
      "not-a-chat",
      "invite-link",
      "invite-link",
      "invite-link",
      "invite-link",
    ]);
    expect(skipped[0]?.message).toContain(mute.title);
  });

  it("copy from a chat that restricts saving only where the bot is an administrator", async () => {
    const [own, target] = await Promise.all([openChat({ protected: true }), openChat()]);
    const foreign = await openChat({ type: "supergroup", botRights: "member", protected: true });
    const wish = { sources: [own.id, foreign.id], targets: [target.id], protectedPosts: "copy" };
    const { created, skipped } = await create(wish);
    expect(pairs(created)).toEqual([`${own.id} → ${target.id}`]);
    expect(skipped).toMatchObject([{ source: foreign.id, code: "protected-not-own" }]);
    const [skips] = (await create({ sources: [foreign.id], targets: [target.id] })).created;
    const path = `/api/mappings/${skips?.id}`;
    expect(await refused("PATCH", path, { protectedPosts: "copy" })).toMatchObject({
      status: 400,
      code: "protected-not-own",
    });
  });

  it("are for one topic of a forum, and a chat without topics has none", async () => {
    const forum = await openChat({ type: "supergroup", topics: [{ id: 7, name: "News" }] });
    const target = await openChat();
    const bare = -1_000_000_000_000 - Number(forum.id);
    const { created, skipped } = await create({
      sources: [`https://t.me/c/${bare}/7/45`, forum.id],
      targets: [target.id, `${target.id}#3`],
    });
    expect(pairs(created)).toEqual([`${forum.id}#7 → ${target.id}`, `${forum.id} → ${target.id}`]);
    expect(skipped.map(({ code }) => code)).toEqual(["no-topics", "no-topics"]);
  });

  it("are changed, found, turned off and on, and removed, and it is known who did it", async () => {
    const [source, target] = await Promise.all([openChat(), openChat()]);
    const [made] = (await create({ sources: [source.id], targets: [target.id], silent: true })).created;
    const path = `/api/mappings/${made?.id}`;
    const filters = { keywords: { include: [{ find: "beer" }] }, links: "none" };
    expect(await asked("PATCH", path, { filters, delaySeconds: 5, label: "Beer" })).toMatchObject({
      label: "Beer",
      silent: true,
      delaySeconds: 5,
      filters: { links: "none", keywords: { include: [{ find: "beer", as: "word" }] } },
    });
    expect(await asked("PATCH", path, { delaySeconds: null, enabled: false })).toMatchObject({
      delaySeconds: 0,
      enabled: false,
      filters: { links: "none" },
    });
    expect(await asked("GET", `/api/mappings?search=${target.title}&enabled=false`)).toMatchObject({
      total: 1,
      items: [{ id: made?.id, sourceTitle: source.title, targetTitle: target.title }],
    });
    expect(await asked("DELETE", path)).toEqual({ id: made?.id, done: true });
    expect(await refused("GET", path)).toMatchObject({ status: 404, code: "no-mapping" });
    const noted = await askPostgres(
      "select who, what from audit where subject = $1 and what like 'mapping.%' order by id",
      String(made?.id),
    );
    expect(noted).toEqual(
      ["created", "changed", "changed", "removed"].map((what) => ({ who: "token", what: `mapping.${what}` })),
    );
  });

  it.each([
    [{ sources: [] }, "sources"],
    [{ mode: "teleport" }, "mode"],
    [{ colour: "red" }, "colour"],
    [{ filters: { keywords: { include: [{ find: "(", as: "regex" }] } } }, "find"],
    [{ quietHours: { from: "25:00", to: "07:00" } }, "from"],
  ])("are not made of nonsense: %j", async (nonsense, word) => {
    const wish = { sources: ["@source"], targets: ["@target"], ...nonsense };
    const answer = await refused("PUT", "/api/mappings", wish);
    expect(answer).toMatchObject({ status: 400, code: "bad-input" });
    expect(answer.message).toContain(word);
  });

  it("with settings of another version are off, and in nobody's way", async () => {
    const [source, x, y] = await Promise.all([openChat(), openChat(), openChat()]);
    const [old] = (await create({ sources: [source.id], targets: [x.id, y.id] })).created;
    const settings = JSON.stringify({ colour: "red" });
    await askPostgres("update forward_mappings set settings = $1 where id = $2", settings, old?.id);
    expect(await asked("GET", `/api/mappings?source=${source.id}`)).toMatchObject({
      items: [{ enabled: false, trouble: "unknown" }, { enabled: true }],
    });
  });

  it("are read in parts, one after the other", async () => {
    const [source, ...targets] = await Promise.all(Array.from({ length: 6 }, () => openChat()));
    const wish = { sources: [source?.id], targets: targets.map(({ id }) => id) };
    const ids = (await create(wish)).created.map(({ id }) => id);
    expect(await inParts(`/api/mappings?source=${source?.id}`)).toEqual(ids);
  });

  it("give their rules to others", async () => {
    const [source, x, y] = await Promise.all([openChat(), openChat(), openChat()]);
    const rules = { filters: { keywords: { exclude: [{ find: "ad" }] }, links: "only" }, silent: true };
    const [from] = (await create({ sources: [source.id], targets: [x.id], ...rules })).created;
    const [to] = (await create({ sources: [source.id], targets: [y.id] })).created;
    const copied = await asked("POST", `/api/mappings/${from?.id}/copy`, { to: [to?.id], part: "keywords" });
    expect(copied).toMatchObject({
      items: [{ silent: false, filters: { links: "any", keywords: { exclude: [{ find: "ad" }] } } }],
    });
  });

  it("go elsewhere as a file, and the same file again changes nothing", async () => {
    const [source, x, y] = await Promise.all([openChat(), openChat(), openChat()]);
    const wish = { sources: [source.id], targets: [x.id, y.id], label: "to go", delaySeconds: 3 };
    const [first, second] = (await create(wish)).created;
    const all = await asked<{ mappings: { source: string }[] }>("GET", "/api/mappings/export");
    const file = { ...all, mappings: all.mappings.filter((each) => each.source === source.id) };
    expect(file).toEqual({
      version: 1,
      mappings: [x, y].map(({ id }) => ({
        source: source.id,
        target: id,
        label: "to go",
        enabled: true,
        settings: { delaySeconds: 3 },
      })),
    });

    await asked("DELETE", `/api/mappings/${first?.id}`);
    await asked("PATCH", `/api/mappings/${second?.id}`, { delaySeconds: 4 });
    const counts = { created: 1, changed: 1, unchanged: 0, skipped: [] };
    expect(await asked("POST", "/api/mappings/import?dryRun=true", file)).toEqual(counts);
    expect(await asked("POST", "/api/mappings/import", file)).toEqual(counts);
    expect(await asked("POST", "/api/mappings/import", file)).toEqual({
      created: 0,
      changed: 0,
      unchanged: 2,
      skipped: [],
    });
    expect(await asked("GET", `/api/mappings/${second?.id}`)).toMatchObject({ delaySeconds: 3 });
  });

  it("of a file are all left alone when one of them cannot be, and it is said which", async () => {
    const [source, x, y] = await Promise.all([openChat(), openChat(), openChat()]);
    const mappings = [
      { source: source.id, target: x.id },
      { source: source.id, target: y.id, settings: { colour: "red" } },
    ];
    const answer = await refused("POST", "/api/mappings/import", { version: 1, mappings });
    expect(answer).toMatchObject({ status: 400, code: "settings" });
    expect(answer.message).toContain(`${source.id} → ${y.id}:\n`);
    expect(answer.message).toContain("colour");
    expect(await asked("GET", `/api/mappings?source=${source.id}`)).toMatchObject({ total: 0 });
  });

  it("are tried out on a post without sending it", async () => {
    const [source, target] = await Promise.all([openChat(), openChat()]);
    const [made] = (
      await create({
        sources: [source.id],
        targets: [target.id],
        filters: { keywords: { exclude: [{ find: "wine" }] } },
        transforms: [{ is: "footer", text: "Cheers" }],
      })
    ).created;
    const since = Date.now();
    const path = `/api/mappings/${made?.id}/test`;
    expect(await asked("POST", path, { text: "Good wine" })).toMatchObject({
      carried: false,
      by: "keywords",
      steps: [],
    });
    const carried = await asked<{ steps: { text?: { text: string } }[] }>("POST", path, {
      text: "Good beer",
    });
    expect(carried).toMatchObject({ carried: true, steps: [{ is: "text" }] });
    expect(carried.steps[0]?.text?.text).toMatch(/^Good beer\s+Cheers$/);
    expect(
      await asked("POST", "/api/mappings/test", { text: "1", filters: { links: "only" } }),
    ).toMatchObject({
      carried: false,
      by: "links",
    });
    const sent = (await callsSince(since, "telegram")).filter(({ body }) =>
      JSON.stringify(body).includes(target.id),
    );
    expect(sent).toEqual([]);
  });
});

describe.concurrent("chats", () => {
  it("are recognised by id, name and link, and looked at again", async () => {
    const username = `chat_${randomInt(1_000_000_000)}`;
    const room = await openChat({ username });
    for (const chat of [room.id, `@${username}`, `https://t.me/${username}/45`, `t.me/s/${username}`])
      expect(await asked("POST", "/api/forwarder/chats", { chat })).toMatchObject({
        place: room.id,
        chat: { id: room.id, type: "channel", title: room.title, username, access: { canPost: true } },
      });
    await askWorld("POST", "/telegram/chats", { id: Number(room.id), title: "Renamed", bots: "kicked" });
    expect(await asked("POST", `/api/forwarder/chats/${room.id}/check`)).toMatchObject({
      trouble: "not_member",
      access: { canPost: false, canRead: false },
    });
    expect(await asked("GET", `/api/forwarder/chats?search=${username}`)).toMatchObject({
      total: 1,
      items: [{ id: room.id, trouble: "not_member" }],
    });
  });

  it("are read in parts, by title", async () => {
    const word = `Part${randomInt(1_000_000_000)}`;
    const rooms: Room[] = [];
    for (const letter of ["c", "A", "b", "A", "d"])
      rooms.push(await openChat({ title: `${letter} ${word}` }));
    for (const { id } of rooms) await asked("POST", "/api/forwarder/chats", { chat: id });
    const known = await inParts(`/api/forwarder/chats?search=${word}`);
    expect(known.map((each) => rooms.find(({ id }) => id === each)?.title[0])).toEqual([..."AAbcd"]);
    expect(new Set(known).size).toBe(5);
  });

  it("are no people, and nothing that the bot cannot see", async () => {
    const chat = await openChat({ botRights: "left" });
    expect(await refused("POST", "/api/forwarder/chats", { chat: chat.id })).toMatchObject({
      status: 400,
      code: "bot-not-there",
      args: { title: chat.id },
    });
    expect(await refused("POST", "/api/forwarder/chats", { chat: "@nobody_at_all" })).toMatchObject({
      code: "no-such-chat",
    });
  });
});

/** A post that was given up, as a worker leaves it. */
async function givenUp(target: string, kind: string): Promise<number> {
  const work = { is: "post", steps: [{ is: "copy", covers: [1] }] };
  const [row] = await askPostgres(
    `insert into forward_jobs (key, mapping_id, source_chat, source_ids, target_chat, rank, work, content, state,
       not_before, attempts, outcome, said, trace_id, ended_at)
     values ($1, 0, '-1001', '[1]', $2, 1, $3, 'content', 'dead', now(), 5, $4, 'Forbidden', 'trace', now())
     returning id`,
    `0:-1001:${randomInt(1_000_000_000)}:post`,
    target,
    JSON.stringify(work),
    kind,
  );
  return Number(row?.["id"]);
}

describe.concurrent("what was given up", () => {
  it("is shown with the reason, and dropped for good", async () => {
    const target = await openChat();
    await asked("POST", "/api/forwarder/chats", { chat: target.id });
    const id = await givenUp(target.id, "no_rights");
    const path = `/api/forwarder/dead-letters?target=${target.id}`;
    expect(await asked("GET", path)).toMatchObject({
      items: [{ id, target: target.id, targetTitle: target.title, kind: "no_rights", said: "Forbidden" }],
    });
    const { targets } = await asked<{ targets: { target: string }[] }>("GET", "/api/forwarder/queue");
    expect(targets).toContainEqual({
      target: target.id,
      title: target.title,
      waiting: 0,
      sending: 0,
      dead: 1,
    });
    expect(await asked("POST", `/api/forwarder/dead-letters/${id}/drop`)).toEqual({ jobs: 1 });
    expect(await asked("GET", path)).toEqual({ items: [] });
    expect(await refused("POST", `/api/forwarder/dead-letters/${id}/drop`)).toMatchObject({
      status: 404,
      code: "no-job",
    });
  });

  it("is read in parts, the latest first", async () => {
    const target = await openChat();
    const ids: number[] = [];
    for (let nth = 0; nth < 5; nth += 1) ids.push(await givenUp(target.id, "server"));
    const path = `/api/forwarder/dead-letters?target=${target.id}`;
    expect(await inParts(path)).toEqual(ids.toReversed());
    expect(await refused("GET", `${path}&cursor=nonsense`)).toMatchObject({ status: 400, code: "bad-input" });
  });

  it("is tried again, one by one or all of a kind", async () => {
    const target = await openChat();
    const [one] = [await givenUp(target.id, "server"), await givenUp(target.id, "network")];
    await givenUp(target.id, "network");
    expect(await asked("POST", `/api/forwarder/dead-letters/${one}/retry`)).toEqual({ jobs: 1 });
    const wish = { target: target.id, kind: "network" };
    expect(await asked("POST", "/api/forwarder/dead-letters/retry", wish)).toEqual({ jobs: 2 });
    const noted = await askPostgres(
      "select who, what from audit where subject = $1 and what like 'job.%'",
      String(one),
    );
    expect(noted).toEqual([{ who: "token", what: "job.retried" }]);
  });
});

it("an update that nobody could read is found again", async () => {
  const update_id = randomInt(1_000_000_000);
  const answer = await fetch(`${place.product}/telegram/forwarder`, {
    method: "POST",
    headers: { "X-Telegram-Bot-Api-Secret-Token": place.telegramSecret },
    body: JSON.stringify({ update_id, channel_post: { message_id: 1, chat: null } }),
  });
  expect(answer.status).toBe(200);
  const { items } = await asked<{ items: { key: string }[] }>("GET", "/api/forwarder/unreadable");
  expect(items.map(({ key }) => key)).toContain(`update:${update_id}`);
});

it("the bot is told where it is to be found", async () => {
  const { webhook, bot } = await asked<{ webhook: string; bot: string }>("POST", "/api/forwarder/setup");
  expect(webhook).toMatch(/\/telegram\/forwarder$/);
  expect(bot).toBeTruthy();
  expect(await asked("GET", "/api/forwarder/webhook")).toMatchObject({
    url: webhook,
    isOurs: true,
    allowedUpdates: expect.arrayContaining(["channel_post", "my_chat_member"]),
  });
});

it("everything is written down, with what each setting means", async () => {
  const answer = await fetch(`${place.product}/api/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
  expect(paths["/api/mappings"]?.["put"]).toMatchObject({
    requestBody: {
      content: {
        "application/json": {
          schema: {
            required: ["sources", "targets"],
            properties: {
              mode: {
                enum: ["forward", "copy"],
                default: "copy",
                description: expect.stringContaining("author"),
              },
              filters: { properties: { keywords: {} } },
            },
          },
        },
      },
    },
  });
  expect(paths["/api/mappings/{id}"]?.["patch"]).toMatchObject({
    parameters: [{ name: "id", in: "path", required: true }],
    requestBody: {
      content: { "application/json": { schema: { properties: { mode: { default: "copy" } } } } },
    },
  });
  const page = await (await fetch(`${place.product}/api/docs`)).text();
  for (const words of [
    "PUT /api/mappings",
    "forward keeps the author, copy shows none",
    "POST /api/forwarder/setup",
  ])
    expect(page).toContain(words);
});
