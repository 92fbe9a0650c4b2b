import { instant, iso } from "#kernel/clock";
import type { Letter } from "#durable-objects/channel/dead-letters";
import { channelDeadLettersApi } from "#domain/admin/api/channels/dead-letters";
import { served } from "../serve.ts";
import { cursorAt, partOf, partsOf } from "./cursor.ts";
import { given, toolsOf } from "./room.ts";

/** What a channel's room could not do or decide. */
export const channelDeadLetterOperations = served(channelDeadLettersApi, toolsOf, {
  async list({ inPath: { id }, query: { limit, cursor } }, { room }) {
    const [at, key] = cursor === undefined ? [] : partsOf(cursor, /^(\d{1,15})~(.+)$/);
    const before = key === undefined ? undefined : { at: instant(Number(at)), key };
    // The cast: RPC's types lose what an answer is made of.
    const found = (await room(id).owner.deadLetters.list(limit + 1, before)) as Letter[];
    return partOf(found, limit, { shown, cursor: (letter) => cursorAt(letter.at, letter.key) });
  },
  async replay({ inPath: { id, key } }, { room, note }) {
    const letter = given<Letter>(await room(id).owner.deadLetters.replay(key));
    note({ before: { why: letter.why }, after: { what: letter.what } });
    return shown(letter);
  },
  async drop({ inPath: { id, key } }, { room, note }) {
    const letter = given<Letter>(await room(id).owner.deadLetters.drop(key));
    note({ before: { what: letter.what, why: letter.why } });
    return shown(letter);
  },
});

const shown = ({ at, ...letter }: Letter) => ({ ...letter, at: iso(at) });
