// Rows D9 and D11, in their quiet form.
import { describe, expect, it } from "vitest";
import { PostOf } from "../telegram.ts";
import { allHear, crowd } from "./crowd.ts";

describe.concurrent("thirty people who want the same at once", () => {
  it("get it, each once, from one download and one upload", async () => {
    const [people, post] = [crowd(30), new PostOf()];
    // Slow enough for everybody to come while it is under way.
    await post.is({ ratePerSecond: 700_000 });
    const heard = await allHear(people, post, ({ video }) => video !== undefined);

    expect(new Set(heard.flat().map(({ video }) => video?.file_unique_id)).size).toBe(1);
    const everSeen = await Promise.all(people.map((person) => person.sees()));
    expect(everSeen.map((seen) => seen.filter(({ video }) => video).length)).toEqual(people.map(() => 1));
    expect(await post.asked()).toMatchObject({ pages: 1, downloads: 1 });
    expect(await post.uploads()).toBe(1);
  });

  it("hear why there is none, each once, and it was tried once", async () => {
    const [people, post] = [crowd(30), new PostOf()];
    await post.is({ failure: "private" });
    const heard = await allHear(people, post, ({ text = "" }) => /Error|Ошибка/.test(text));

    const reasons = heard.map(([seen]) => seen?.text ?? "");
    expect(reasons).toEqual(
      people.map(({ language }) =>
        expect.stringContaining(
          language === "ru" ? "🔒 Это закрытый аккаунт." : "🔒 This account is private.",
        ),
      ),
    );
    expect(new Set(reasons.map((text) => /(?:Error|Ошибка) (\w+)/.exec(text)?.[1])).size).toBe(1);
    expect(await post.asked()).toMatchObject({ pages: 1, downloads: 0 });
    expect(await post.uploads()).toBe(0);
  });
});
