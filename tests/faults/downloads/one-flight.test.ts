import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveTo } from "../../stories/place.ts";
import type { PostOf } from "../../stories/telegram.ts";
import { House } from "../house.ts";
import { Crowd, isLong } from "./crowd.ts";
import { expectAllHaveIt, expectAllHear, expectHeard } from "./served.ts";

const people = 100;
const patience = 180_000;

let house: House;
beforeAll(async () => {
  house = await House.start();
  moveTo(house.place);
}, 60_000);
afterAll(() => house.close());

/** Ten ways to write one post. */
async function tenAddresses(post: PostOf): Promise<readonly string[]> {
  const { id } = post;
  const code = `ZS${id.slice(-8)}`;
  await post.is({ code });
  return [
    `https://www.tiktok.com/@somebody/video/${id}`,
    `https://www.tiktok.com/@another.one/video/${id}?is_from_webapp=1&sender_device=pc`,
    `https://tiktok.com/@somebody/video/${id}/`,
    `tiktok.com/@somebody/video/${id}`,
    `https://m.tiktok.com/v/${id}.html`,
    `https://www.tiktok.com/share/video/${id}/`,
    `https://www.tiktok.com/embed/v2/${id}`,
    `https://www.tiktok.com/@somebody/photo/${id}`,
    `look: https://www.tiktok.com/@somebody/video/${id}#comments`,
    `https://vm.tiktok.com/${code}/`,
  ];
}

const ways = [
  { name: "by one address", addressesOf: async (post: PostOf) => [post.url] },
  { name: "by ten addresses of it", addressesOf: tenAddresses },
];

describe.each(isLong ? ways : ways.slice(1))(
  `${people} people who want a video at once $name`,
  ({ addressesOf }) => {
    it.concurrent(
      "get it from one download and one upload, each once",
      async () => {
        const crowd = new Crowd(people);
        await crowd.ask(await addressesOf(crowd.post));
        expectHeard(crowd);
        await expectAllHaveIt(crowd);
        expect(await crowd.post.asked()).toMatchObject({ pages: 1, downloads: 1 });
        expect(await crowd.uploads()).toBe(1);
      },
      patience,
    );

    it.concurrent(
      "hear from one look at it that it is gone, each once",
      async () => {
        const crowd = new Crowd(people);
        await crowd.post.is({ failure: "removed" });
        await crowd.ask(await addressesOf(crowd.post));
        expectHeard(crowd);
        await expectAllHear(crowd, /is not there any more/);
        expect(await crowd.post.asked()).toMatchObject({ pages: 1, downloads: 0 });
        expect(await crowd.uploads()).toBe(0);
      },
      patience,
    );

    it.runIf(isLong).concurrent(
      "hear after three tries that its file cannot be reached, each once",
      async () => {
        const crowd = new Crowd(people);
        await crowd.post.is({ failure: "cdn-500" });
        await crowd.ask(await addressesOf(crowd.post));
        expectHeard(crowd);
        await expectAllHear(crowd, /TikTok did not answer/);
        expect(await crowd.post.asked()).toMatchObject({ pages: 3, downloads: 3 });
        expect(await crowd.uploads()).toBe(0);
      },
      patience,
    );
  },
);
