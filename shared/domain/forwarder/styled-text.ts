/** A piece of a text that looks or does something, as Telegram has it: https://core.telegram.org/bots/api#messageentity */
export interface Entity {
  readonly type: string;
  /** In UTF-16 code units, as JavaScript counts. */
  readonly offset: number;
  readonly length: number;
  /** Of a `text_link`. */
  readonly url?: string;
  /** Of a `text_mention`: the user's id. */
  readonly user?: { readonly id: number };
  /** Of a `pre`. */
  readonly language?: string;
  /** Of a `custom_emoji`. */
  readonly custom_emoji_id?: string;
}

/** A text with its entities, in the order of their offsets. */
export interface StyledText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** A stretch of a text that gives way to another. Where its length is 0, the other is put in. */
export interface Replacement {
  readonly at: number;
  readonly length: number;
  readonly with: StyledText | string;
}

export const plain = (text: string): StyledText => ({ text, entities: [] });
export const noText: StyledText = plain("");

/** Nothing that Telegram would take for a text. */
export const isEmpty = ({ text }: StyledText): boolean => text.trim() === "";

export const endOf = ({ offset, length }: Pick<Entity, "offset" | "length">): number => offset + length;

/** One after the other, with nothing between them. */
export function joined(...pieces: readonly (StyledText | string)[]): StyledText {
  let text = "";
  const entities: Entity[] = [];
  for (const piece of pieces.map(styled)) {
    entities.push(...shifted(piece.entities, text.length));
    text += piece.text;
  }
  return { text, entities: inOrder(entities) };
}

/** One below the other; what is empty takes no place. */
export const stacked = (
  upper: StyledText | string,
  lower: StyledText | string,
  between = "\n",
): StyledText => {
  if (isEmpty(styled(upper))) return styled(lower);
  return isEmpty(styled(lower)) ? styled(upper) : joined(upper, between, lower);
};

/** From one offset up to another, moved back where they would cut a surrogate pair; entities are cut with the text. */
export function sliced({ text, entities }: StyledText, from: number, to = text.length): StyledText {
  const start = characterStart(text, from);
  const end = Math.max(start, characterStart(text, to));
  return {
    text: text.slice(start, end),
    entities: entities.flatMap((entity) =>
      spanning(entity, Math.max(entity.offset, start) - start, Math.min(endOf(entity), end) - start),
    ),
  };
}

/** Without the white space around it, which Telegram takes away anyhow. */
export function trimmed(text: StyledText): StyledText {
  const start = text.text.length - text.text.trimStart().length;
  return sliced(text, start, Math.max(start, text.text.trimEnd().length));
}

/**
 * The text with each of the stretches replaced; they come in order. An entity around a stretch, or of
 * just that stretch, goes on around what stands there now; one within vanishes; one that overlaps keeps the rest.
 */
export function replaced(whole: StyledText, replacements: readonly Replacement[]): StyledText {
  if (replacements.length === 0) return whole;
  const changes = changesOf(whole.text, replacements);
  const kept: Entity[] = whole.entities.flatMap((entity) =>
    spanning(entity, newStart(changes, entity.offset), newEnd(changes, endOf(entity))),
  );
  const pieces: (StyledText | string)[] = [];
  let done = 0;
  for (const { at, end, by } of changes) {
    pieces.push(whole.text.slice(done, at), by);
    done = end;
  }
  const { text, entities } = joined(...pieces, whole.text.slice(done));
  return { text, entities: inOrder([...kept, ...entities]) };
}

export const replacedAt = (
  whole: StyledText,
  at: number,
  length: number,
  by: StyledText | string,
): StyledText => replaced(whole, [{ at, length, with: by }]);

interface Change {
  readonly at: number;
  readonly end: number;
  readonly by: StyledText;
}

/** Never cuts a surrogate pair: one that is touched is replaced whole. What one stretch has taken, the next cannot. */
function changesOf(text: string, replacements: readonly Replacement[]): readonly Change[] {
  let done = 0;
  return replacements.map(({ at, length, with: by }) => {
    const start = Math.max(done, characterStart(text, at));
    done = length === 0 ? start : Math.max(start, characterEnd(text, at + length));
    return { at: start, end: done, by: styled(by) };
  });
}

/** Where an entity begins after the changes: behind whatever it began within. */
function newStart(changes: readonly Change[], offset: number): number {
  let shift = 0;
  for (const { at, end, by } of changes) {
    if (end <= offset) shift += by.text.length - (end - at);
    else return at < offset ? at + shift + by.text.length : offset + shift;
  }
  return offset + shift;
}

/** Where an entity ends after the changes: before whatever it ended within. */
function newEnd(changes: readonly Change[], offset: number): number {
  let shift = 0;
  for (const { at, end, by } of changes) {
    if (at >= offset) break;
    if (end > offset) return at + shift;
    shift += by.text.length - (end - at);
  }
  return offset + shift;
}

const styled = (text: StyledText | string): StyledText => (typeof text === "string" ? plain(text) : text);

const shifted = (entities: readonly Entity[], by: number): readonly Entity[] =>
  entities.map((entity) => ({ ...entity, offset: entity.offset + by }));

/** The entity from one offset to another, or none if nothing is between them. */
const spanning = (entity: Entity, from: number, to: number): readonly Entity[] =>
  to > from ? [{ ...entity, offset: from, length: to - from }] : [];

/** As Telegram lists them: by their offsets, and what is around before what is within. */
export const inOrder = (entities: readonly Entity[]): readonly Entity[] =>
  entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length);

const cutsPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xff_ff;
const characterStart = (text: string, at: number): number => (cutsPair(text, at) ? at - 1 : at);
const characterEnd = (text: string, at: number): number => (cutsPair(text, at) ? at + 1 : at);
