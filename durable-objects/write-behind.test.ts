import { expect, it, vi } from "vitest";
import { after, instant, minutes } from "#kernel/clock";
import { SilenceError, UpstreamError } from "#kernel/errors";
import type { ChannelId } from "#kernel/ids";
import type { HistoryRow } from "#adapters/database/history";
import { playerRow } from "./channel/history-rows.ts";
import { person } from "#domain/twitch/features/rehearsal";
import { noScore } from "#domain/twitch/players";
import { memoryInTests, rowsIn } from "./channel/memory-in-tests.ts";
import { WriteBehind } from "./write-behind.ts";

const now = instant(1_000_000);
const later = () => after(now, minutes(1));
const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };

const player = (name: string) =>
  playerRow("1001" as ChannelId, { chatter: person(name), score: noScore }, now);

function scene() {
  const memory = memoryInTests();
  const write = vi.fn<(rows: readonly HistoryRow[]) => Promise<void>>(async () => {});
  const history = new WriteBehind(memory, write, log, now);
  const note = (...names: readonly string[]) =>
    names.forEach((name) => history.note(name, player(name), now));
  /** Whom the given batch was about. */
  const written = (batch: number) => write.mock.calls[batch]?.[0].map(({ row }) => "name" in row && row.name);
  return { memory, write, history, note, written };
}

it("gives each commit one page, and Postgres one batch of them all", async () => {
  const { memory, history, note, write, written } = scene();
  note("anna", "boris");
  history.keep();
  note("clara");
  history.keep();
  expect(rowsIn(memory, "journal_page")).toBe(2);

  await history.flush(later);
  expect(write).toHaveBeenCalledOnce();
  expect(written(0)).toEqual(["anna", "boris", "clara"]);
  expect(history.size()).toBe(0);
});

it("writes only the last state of what changed twice", async () => {
  const { history, write } = scene();
  history.note("anna", player("anna"), now);
  history.keep();
  history.note("anna", player("Anna"), now);
  history.keep();
  await history.flush(later);
  expect(write).toHaveBeenCalledExactlyOnceWith([player("Anna")]);
});

it("has written all that was noted when somebody wants to read it, also while it was writing something else", async () => {
  const { history, note, write, written } = scene();
  const taken = Promise.withResolvers<void>();
  write.mockImplementationOnce(() => taken.promise);
  note("anna");
  history.keep();
  const writing = history.flush(later);
  note("boris");
  history.keep();
  const wanted = history.flushNow(later);
  taken.resolve();
  await Promise.all([writing, wanted]);
  expect([written(0), written(1)]).toEqual([["anna"], ["boris"]]);
});

it("forgets what was noted for a commit that was taken back", async () => {
  const { history, note, write } = scene();
  note("anna");
  history.forget();
  history.keep();
  await history.flush(later);
  expect(write).not.toHaveBeenCalled();
});

it("takes up in a new life what the old one has not written", async () => {
  const { memory, history, note, write } = scene();
  note("anna");
  history.keep();
  await new WriteBehind(memory, write, log, now).flush(later);
  expect(write).toHaveBeenCalledExactlyOnceWith([player("anna")]);
});

it("keeps everything while Postgres is away", async () => {
  const { history, note, write, written } = scene();
  write.mockRejectedValueOnce(new SilenceError("postgres", undefined));
  note("anna");
  history.keep();
  await history.flush(later);
  expect(history.size()).toBe(1);

  await history.flush(() => after(later(), minutes(2)));
  expect(written(1)).toEqual(["anna"]);
  expect(history.size()).toBe(0);
});

it("keeps what was noted while a batch was under way", async () => {
  const { history, note, write } = scene();
  write.mockImplementationOnce(async () => {
    note("boris");
    history.keep();
  });
  note("anna");
  history.keep();
  await history.flush(later);
  expect(history.size()).toBe(1);
});

it("buries the row that Postgres will never take, and writes the others", async () => {
  const { memory, history, note, write } = scene();
  const refuse = new UpstreamError("postgres", 400, "no such player");
  write.mockImplementation(async (rows) => {
    if (rows.some(({ row }) => "name" in row && row.name === "boris")) throw refuse;
  });
  note("anna", "boris", "clara");
  history.keep();
  await history.flush(later);
  expect(history.size()).toBe(0);
  expect(memory.deadLetters(10)).toMatchObject([{ key: "history:players:boris", why: "no such player" }]);
});

it("cuts what is too much for one page, and for one batch", async () => {
  const { memory, history, note, write } = scene();
  note(...Array.from({ length: 450 }, (_, n) => `viewer${n}`));
  history.keep();
  expect(rowsIn(memory, "journal_page")).toBe(3);
  await history.flush(later);
  expect(write.mock.calls[0]?.[0]).toHaveLength(200);
  expect(history.nextDue()).toBe(later());
});
