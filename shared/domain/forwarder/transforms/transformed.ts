import { stacked, type StyledText, trimmed } from "../styled-text.ts";
import type { About } from "./about.ts";
import { withMasked } from "./mask-links.ts";
import { withReplaced } from "./replace.ts";
import type { Transform } from "./settings.ts";
import { restyled } from "./style.ts";
import { filledIn } from "./template.ts";

/** A rule that would make a text longer is not followed, lest a few of them fill the memory. Eight messages' worth. */
const longest = 32_768;

type Transformer<Is extends Transform["is"]> = (
  text: StyledText,
  transform: Extract<Transform, { is: Is }>,
  about: About,
) => StyledText;

const transformers: { readonly [Is in Transform["is"]]: Transformer<Is> } = {
  replace: withReplaced,
  "mask-links": withMasked,
  header: (text, { text: words }) => stacked(words, text),
  footer: (text, { text: words }) => stacked(text, words),
  template: (text, { text: words }, about) => filledIn(words, text, about),
  style: (text, { as }) => restyled(text, as),
};

/** The text after all transforms, in the order in which they stand; it may have become empty, or too long for one message. */
export const transformed = (text: StyledText, transforms: readonly Transform[], about: About): StyledText =>
  trimmed(
    transforms.reduce((before, transform) => {
      const after = transformedBy(before, transform, about);
      return after.text.length > longest ? before : after;
    }, text),
  );

const transformedBy = <Is extends Transform["is"]>(
  text: StyledText,
  transform: Extract<Transform, { is: Is }>,
  about: About,
): StyledText => (transformers[transform.is as Is] as Transformer<Is>)(text, transform, about);
