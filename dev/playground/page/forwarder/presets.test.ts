import { expect, it } from "vitest";
import { forwarderEnglish } from "../texts/forwarder-en.ts";
import { forwarderRussian } from "../texts/forwarder-ru.ts";
import { freshPost } from "./presets.ts";

interface Styled {
  readonly text: string;
  readonly entities: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
}

it.each([forwarderEnglish, forwarderRussian])("marks the very words that are meant", ({ samples }) => {
  // The cast: a styled post has these members.
  const { text, entities } = freshPost("styled", samples, 1) as unknown as Styled;
  const marked = entities.map(({ type, offset, length }) => [text.slice(offset, offset + length), type]);
  expect(marked).toEqual(samples.styled.filter(([, mark]) => mark !== undefined));
});

it.each([forwarderEnglish, forwarderRussian])("fills a message to Telegram's limit", ({ samples }) => {
  expect(String(freshPost("long", samples, 12)["text"])).toHaveLength(4_096);
});
