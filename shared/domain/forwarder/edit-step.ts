import { albumItem } from "./album-item.ts";
import { hasPreview, keyboard, lookOf, mainOf } from "./look.ts";
import type { MappingSettings } from "./mapping-settings.ts";
import type { Post } from "./post.ts";
import type { EditStep } from "./step.ts";
import { noText } from "./styled-text.ts";
import { longestCaption, longestText, split } from "./transforms/split.ts";

/** Changes what stands in the target for one message of a post; undefined where nothing of it can be changed. */
export function editStepFor(
  post: Post,
  id: number,
  settings: MappingSettings,
  droppedMedia: readonly number[],
): EditStep | undefined {
  if (settings.mode === "forward") return undefined;
  const { captions, buttons, kept } = lookOf(post, settings, droppedMedia);
  const main = mainOf(post, kept);
  // For a message whose file stayed behind stands the one that speaks for the post.
  const shown = kept.find((each) => each.id === id) ?? main;
  const covers = [id];
  const { content } = shown;
  const text = captions.get(shown.id) ?? noText;
  if (content.is === "other") return undefined;
  if (content.is === "text" || kept.length === 0) {
    const [first, ...rest] = split(text, longestText);
    if (!first) return undefined;
    return {
      is: "edit-text",
      covers,
      text: first,
      rest,
      hasPreview: hasPreview(post, settings),
      ...keyboard(buttons),
    };
  }
  const [caption = noText, ...rest] = split(text, longestCaption, longestText);
  return { is: "edit-media", covers, item: albumItem(content, caption), rest, ...keyboard(buttons) };
}
