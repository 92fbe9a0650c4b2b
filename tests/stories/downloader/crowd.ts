/** Many people who want the same. */
import { until } from "../place.ts";
import { Person, type PostOf, type Seen } from "../telegram.ts";

/** They speak English and Russian in turn. */
export const crowd = (count: number) =>
  Array.from({ length: count }, (_, nth) => new Person(nth % 2 ? "ru" : "en"));

/** Everybody asks at once, and waits until one message stands there that is like this. */
export async function allHear(people: readonly Person[], post: PostOf, isIt: (seen: Seen) => boolean) {
  await Promise.all(people.map((person) => person.say(post.url)));
  const heard: (readonly Seen[])[] = [];
  // One after another: sixty eyes on one world would slow down what they look at.
  for (const person of people)
    heard.push(
      await until(
        () => person.hears(),
        (seen) => seen.length === 1 && seen.every(isIt),
      ),
    );
  return heard;
}
