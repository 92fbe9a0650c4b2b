import type { Content } from "./message.ts";
import type { AlbumItem } from "./step.ts";
import type { StyledText } from "./styled-text.ts";

type Media = Extract<Content, { is: "media" }>;

/** A file as an album, or an edit, names it. */
export const albumItem = (
  { kind, fileId, isSpoiler, isCaptionAbove }: Media,
  caption: StyledText,
): AlbumItem => ({
  kind,
  fileId,
  caption,
  ...(isSpoiler && { isSpoiler }),
  ...(isCaptionAbove && { isCaptionAbove }),
});
