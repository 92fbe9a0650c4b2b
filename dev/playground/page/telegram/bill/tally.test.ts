import { expect, it } from "vitest";
import type { Call } from "../../../../world/calls.ts";
import type { JobNews } from "../../../wire-telegram.ts";
import { newTally, type Tally, verdictOf, withCall, withJob } from "./tally.ts";

const call = (service: string, more: Partial<Call> = {}): Call => ({
  service,
  method: "POST",
  host: "somewhere.test",
  path: "/",
  query: {},
  body: null,
  status: 200,
  at: 1_000,
  ...more,
});
const job = (state: JobNews["state"]): JobNews => ({
  id: "msg_1",
  url: "http://localhost/jobs/download",
  state,
  attempts: 1,
  at: 1_000,
});
const begun = newTally("a link", 1_000);
const after = (...calls: Call[]): Tally => calls.reduce(withCall, begun);

it("counts what was asked of each service, and nothing from before", () => {
  const { calls } = after(call("redis"), call("redis"), call("postgres"), call("origin", { at: 999 }));
  expect(calls).toEqual({ redis: 2, postgres: 1 });
});

it("tells what was uploaded from what lay at Telegram already", () => {
  const path = "/bot200:•••/sendVideo";
  const sent = (body: unknown, status = 200) => call("telegram", { path, body, status });
  const file = { video: { name: "video.mp4", bytes: 2_000, sha256: "" } };
  const tally = after(sent({ video: "BAACAgIAAxk" }), sent(file), sent(file, 429), sent({ text: "words" }));
  expect(tally).toMatchObject({ uploads: 1, uploadedBytes: 2_000 });
  expect(after(sent({ photo: "https://cdn.test/1.jpg" }))).toMatchObject({ uploads: 1, uploadedBytes: 0 });
});

it("knows a job by its id, and none that was there before", () => {
  expect(withJob(begun, job("ACTIVE")).jobs).toEqual([]);
  const { jobs } = withJob(withJob(begun, job("CREATED")), job("DELIVERED"));
  expect(jobs).toMatchObject([{ id: "msg_1", state: "DELIVERED" }]);
});

it("says that an answer came from the cache only where nobody was asked for the file", () => {
  const answered = { filesAt: 1_080 };
  expect(verdictOf({ ...after(call("redis")), ...answered }, 2_000)).toEqual({ is: "cached", ms: 80 });
  expect(verdictOf({ ...after(call("origin")), ...answered }, 2_000)).toEqual({ is: "fetched", ms: 80 });
});

it("takes words for the answer when no job is left that could bring more", () => {
  const told = { ...begun, wordsAt: 1_300 };
  expect(verdictOf(told, 1_400)).toEqual({ is: "waiting", ms: 400 });
  expect(verdictOf(told, 9_000)).toEqual({ is: "told", ms: 300 });
  const atWork = withJob(told, job("CREATED"));
  expect(verdictOf(atWork, 9_000)).toEqual({ is: "waiting", ms: 8_000 });
  expect(verdictOf(withJob(atWork, job("FAILED")), 9_000)).toEqual({ is: "told", ms: 300 });
});
