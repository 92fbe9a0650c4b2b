import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { callsSince, goesWrong, moveTo, until } from "../../stories/place.ts";
import { cacheChat, type Person, telegramCalls } from "../../stories/telegram.ts";
import { wait } from "../aim.ts";
import { House } from "../house.ts";
import { killRuntime } from "../kill.ts";
import { Crowd, instants } from "./crowd.ts";
import { expectAllHaveIt, expectHeard } from "./served.ts";

const patience = 60_000;

let house: House;
beforeAll(async () => {
  house = await House.start();
  moveTo(house.place);
}, 60_000);
beforeEach(() => house.world("/reset", {}));
afterAll(() => house.close());

function kill(): number {
  expect(killRuntime()).toBeGreaterThan(0);
  return Date.now();
}

const tell = (line: string) => process.stdout.write(`${line}\n`);

/** Telegram gives the video, and nobody hears of it; or Telegram never hears of it. */
const neverAnswers = (chat: number, late: boolean) =>
  goesWrong("telegram", { channel: String(chat), path: "/sendVideo", blackhole: true, late, times: 1 });

/** It is held where nobody has heard of Telegram's taking the upload. */
async function heldAfterUpload(): Promise<Crowd> {
  const crowd = new Crowd(4);
  await neverAnswers(cacheChat, true);
  await crowd.ask();
  await until(
    () => crowd.uploads(),
    (uploads) => uploads === 1,
    patience,
  );
  return crowd;
}

/** It is held where everybody is being given the video; the first half have it. */
async function heldAtAnswers(): Promise<Crowd> {
  const crowd = new Crowd(6);
  for (const [n, { id }] of crowd.people.entries()) await neverAnswers(id, n < 3);
  await crowd.ask();
  await until(
    () => sentVideosTo(crowd.people),
    (sent) => sent === crowd.people.length,
    patience,
  );
  return crowd;
}

async function sentVideosTo(people: readonly Person[]): Promise<number> {
  const ids = new Set(people.map(({ id }) => id));
  const calls = await telegramCalls();
  return calls.filter(({ method, body }) => method === "sendVideo" && ids.has(Number(body["chat_id"])))
    .length;
}

/** It is held where the queue has not taken the job. */
async function heldAtPublication(): Promise<Crowd> {
  const crowd = new Crowd(4);
  await goesWrong("qstash", { blackhole: true, times: 1 });
  await crowd.ask();
  await until(
    () => callsSince(crowd.since, "qstash"),
    (calls) => calls.some(({ body }) => JSON.stringify(body).includes(crowd.post.id)),
    patience,
  );
  return crowd;
}

/** It is held at the first page. */
async function heldAtPage(): Promise<Crowd> {
  const crowd = new Crowd(4);
  const { id } = crowd.post;
  await goesWrong("origin", { host: "www.tiktok.com", path: id, blackhole: true, times: 1 });
  await crowd.ask();
  await until(
    () => callsSince(0, "origin"),
    (calls) => calls.some(({ path }) => path.includes(id)),
    patience,
  );
  return crowd;
}

async function whileBytesFlow(): Promise<Crowd> {
  const crowd = new Crowd(4);
  await crowd.post.is({ ratePerSecond: 400_000 });
  await crowd.ask();
  await until(
    () => crowd.post.asked(),
    ({ bytes }) => bytes > 400_000,
    patience,
  );
  return crowd;
}

it("serves everybody who was asking, waiting or being served when it was killed", async () => {
  const unheard = await heldAfterUpload();
  const answering = await heldAtAnswers();
  const looking = await heldAtPage();
  const flowing = await whileBytesFlow();
  const published = await heldAtPublication();
  const acknowledged = new Crowd(4);
  await acknowledged.ask();
  const killedAt = kill();
  await house.forgetFaults();
  await flowing.post.is({ ratePerSecond: null });

  for (const crowd of [unheard, answering, looking, flowing, published, acknowledged]) {
    expectHeard(crowd);
    await crowd.untilOver();
    const twice = crowd === answering ? crowd.people.slice(0, 3) : [];
    const got = await expectAllHaveIt(crowd, {
      doubled: twice.map(({ id }) => id),
      // Who was just being told how far it is may see that twice: nobody lived to note the message.
      strayed: await crowd.beingAsked("sendMessage", killedAt, 0),
    });
    expect(await crowd.uploads()).toBe(crowd === unheard ? 2 : 1);
    const doubled = got.filter(({ videos }) => videos > 1).length;
    tell(`${doubled} of ${got.length} have it twice, ${twice.length} were given it unheard`);
  }
}, 180_000);

/** Milliseconds: room to die between asking and hearing. */
const answersTake = 200;
const crowdsAtOnce = 6;
/** About as long as one download takes, from the link to the last video. */
const killAfter = 3_000;
const seen = new Map<string, number>();
const sums = { kills: 0, people: 0, beingServed: 0, twice: 0, strays: 0, uploadsAgain: 0 };

it("serves everybody once, at whatever moment it is killed, and killed again", async () => {
  for (let round = 0; round < instants; round++) await expectRoundWhole(round % 2 === 1);
  tell(`${JSON.stringify(sums)}; found at: ${JSON.stringify(Object.fromEntries(seen))}`);
}, 3_600_000);

/** One kill finds several downloads, each at another moment. */
async function expectRoundWhole(twice: boolean): Promise<void> {
  await house.world("/reset", {});
  await goesWrong("telegram", { path: "/send", delayMs: answersTake });
  await goesWrong("origin", { host: "www.tiktok.com", delayMs: answersTake });
  const crowds = Array.from({ length: crowdsAtOnce }, () => new Crowd(5));
  const asking = crowds.map(async (crowd) => {
    await crowd.post.is({ ratePerSecond: 1_500_000 });
    await wait((Math.random() * killAfter) / 1_000);
    await crowd.ask();
  });
  await wait(killAfter / 1_000);
  const kills = [kill()];
  if (twice) {
    await wait(0.8 + Math.random() * 4);
    kills.push(kill());
  }
  sums.kills += kills.length;
  await Promise.all(asking);
  for (const crowd of crowds) await expectWhole(crowd, kills);
}

async function expectWhole(crowd: Crowd, kills: readonly number[]): Promise<void> {
  // What was under way when it was killed is known when it is over.
  await crowd.untilOver();
  const heldUp = async (method: string) =>
    (await Promise.all(kills.map((moment) => crowd.beingAsked(method, moment, answersTake)))).flat();
  const doubled = await heldUp("sendVideo");
  const got = await expectAllHaveIt(crowd, { doubled, strayed: await heldUp("sendMessage") });
  const uploads = await crowd.uploads();
  expect(uploads, "uploads").toBeLessThanOrEqual(1 + kills.length);
  for (const moment of kills) {
    const phase = await crowd.phaseAt(moment, answersTake);
    seen.set(phase, (seen.get(phase) ?? 0) + 1);
  }
  sums.people += got.length;
  sums.beingServed += doubled.length;
  sums.twice += got.filter(({ videos }) => videos > 1).length;
  sums.strays += got.filter(({ texts }) => texts.length > 0).length;
  sums.uploadsAgain += uploads - 1;
}
