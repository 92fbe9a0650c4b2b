import { troubleText, troubleTexts } from "#domain/forwarder/troubles/texts";
import { textsOf } from "../../language/texts.ts";
import type { Mapping } from "./routes.ts";

const say = textsOf(troubleTexts);

/** What went wrong, in a few words. */
export const troubleOf = (kind: string): string => say(troubleText(kind).key);

type Ends = Pick<Mapping, "source" | "sourceTitle" | "target" | "targetTitle">;

/** A chat's title, and its topic if one is meant: `News #7`. */
export const placeOf = (place: string, title: string | undefined): string => {
  const [chat = place, topic] = place.split("#");
  return `${title ?? chat}${topic === undefined ? "" : ` #${topic}`}`;
};

export const pathOf = ({ source, sourceTitle, target, targetTitle }: Ends): string =>
  `${placeOf(source, sourceTitle)} → ${placeOf(target, targetTitle)}`;

/** What its owner calls it, or where it leads. */
export const nameOf = (mapping: Ends & Pick<Mapping, "label">): string => mapping.label || pathOf(mapping);
