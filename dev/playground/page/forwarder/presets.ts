/** Posts at one click. Each is another one: what was carried before would be taken for a duplicate. */

export const presetNames = [
  "text",
  "styled",
  "photo",
  "video",
  "album",
  "button",
  "long",
  "repost",
  "advert",
] as const;
export type PresetName = (typeof presetNames)[number];

/** The words of which posts are made, once per language. */
export interface Samples {
  readonly text: string;
  readonly styled: readonly (readonly [text: string, mark: string | undefined])[];
  readonly photo: string;
  readonly video: string;
  readonly album: string;
  readonly button: string;
  readonly long: string;
  readonly elsewhere: string;
  readonly advert: string;
  readonly adTag: string;
}

/** What is posted, in the words of the world's control API. */
export type Post = Readonly<Record<string, unknown>>;

/** Telegram's own limit of a text. */
const longest = 4_096;

export function freshPost(name: PresetName, t: Samples, number: number): Post {
  const text = `${t.text} №${number}`;
  switch (name) {
    case "text":
      return { text };
    case "styled":
      return styled(t.styled, `№${number}`);
    case "photo":
      return { photo: {}, caption: `${t.photo} №${number}` };
    case "video":
      return { video: {}, caption: `${t.video} №${number}` };
    case "album":
      return {
        album: [{ photo: {}, caption: `${t.album} №${number}` }, { video: {} }, { photo: {} }, { photo: {} }],
      };
    case "button":
      return { text, buttons: [[{ text: t.button, url: "https://example.com/taproom" }]] };
    case "long":
      return { text: `№${number} ${t.long.repeat(longest)}`.slice(0, longest) };
    case "repost":
      return {
        text,
        forwardedFrom: { chat: { id: -1_003_000_000_777, type: "channel", title: t.elsewhere } },
      };
    case "advert":
      return { text: `${t.advert} №${number} #${t.adTag}` };
  }
}

/** The words and what they look like: each kind of mark once. */
function styled(words: readonly (readonly [text: string, type: string | undefined])[], end: string): Post {
  let text = "";
  const entities: object[] = [];
  for (const [word, type] of [...words, [end, undefined] as const]) {
    if (type !== undefined)
      entities.push({
        type,
        offset: text.length,
        length: word.length,
        ...(type === "text_link" && { url: "https://example.com/" }),
      });
    text += `${word} `;
  }
  return { text: text.trimEnd(), entities };
}
