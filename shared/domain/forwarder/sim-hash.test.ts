import { describe, expect, it } from "vitest";
import { instant } from "#kernel/clock";
import type { Post } from "./post.ts";
import { bitsApart, nearHashOf, simHash } from "./sim-hash.ts";
import { plain } from "./styled-text.ts";

const news =
  "В субботу в городском парке пройдёт большой фестиваль уличной еды: двадцать кухонь мира, живая музыка, " +
  "мастер-классы для детей и взрослых, вечерний кинопоказ под открытым небом. Вход свободный, начало в полдень. " +
  "Организаторы просят приходить пешком, так как парковка рядом с парком будет закрыта до позднего вечера.";
const other =
  "Центральный банк сохранил ключевую ставку на прежнем уровне. Аналитики ожидали такого решения и считают, что " +
  "следующее изменение возможно не раньше весны. Курс рубля на новость почти не отреагировал, рынок акций вырос " +
  "на полпроцента, а доходности облигаций слегка снизились к закрытию торгов в пятницу.";

const saying = (text: string): Post => ({
  messages: [
    {
      chatId: "-1001",
      id: 77,
      date: instant(0),
      chatTitle: "News",
      sender: { id: "-1001", name: "News" },
      content: { is: "text", text: plain(text), hasPreview: false },
      buttons: [],
    },
  ],
  hops: 0,
});

it("is 16 hexadecimal digits, and the same for good", () => {
  expect(simHash("the quick brown fox jumps over the lazy dog")).toBe("4fa3f312e5fbe57e");
});

describe("almost equal texts differ in few bits", () => {
  it.each([
    ["case, signs and spaces", news.toUpperCase().replaceAll(",", " —"), 0],
    ["a line below", `${news}\n\nПодписаться`, 10],
    ["a word", news.replace("большой", "крупный"), 12],
  ])("%s", (_, changed, most) => {
    expect(bitsApart(simHash(news), simHash(changed))).toBeLessThanOrEqual(most);
  });

  it("others in many", () => {
    expect(bitsApart(simHash(news), simHash(other))).toBeGreaterThan(20);
    const backwards = news.split(" ").toReversed().join(" ");
    expect(bitsApart(simHash(news), simHash(backwards))).toBeGreaterThan(16);
  });

  it("over many texts about half of the bits, none of them always", () => {
    const hashes = Array.from({ length: 200 }, (_, at) => simHash(`text number ${at} of many ${at * 7}`));
    const apart = hashes.slice(1).map((each, at) => bitsApart(each, hashes[at] ?? each));
    expect(apart.reduce((sum, each) => sum + each, 0) / apart.length).toBeGreaterThan(22);
    const bits = hashes.map((each) => BigInt(`0x${each}`));
    expect(bits.reduce((all, each) => all & each)).toBe(0n);
    expect(bits.reduce((all, each) => all | each)).toBe(2n ** 64n - 1n);
  });
});

it.each([
  ["0000000000000000", "ffffffffffffffff", 64],
  ["8000000000000001", "0000000000000001", 1],
  ["00000000000000f0", "00000000000000f0", 0],
])("%s and %s are %i bits apart", (left, right, bits) => {
  expect(bitsApart(left, right)).toBe(bits);
});

it.each(["", "🐈🐈🐈", "Подпишись на наш канал, тут интересно!"])(
  "%j has too few words to compare",
  (text) => {
    expect(nearHashOf(saying(text))).toBeUndefined();
  },
);

it("compares posts by all they say", () => {
  expect(nearHashOf(saying(news))).toBe(simHash(news));
});
