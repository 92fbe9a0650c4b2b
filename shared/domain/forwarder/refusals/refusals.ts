import { BadInput } from "#kernel/errors";
import { type Language, type Translate, translator } from "#kernel/i18n";
import { type Text, text } from "#kernel/text";
import type { RefusalCode } from "./codes.ts";
import { refusalTexts } from "./texts.ts";

export interface Refusal {
  readonly code: RefusalCode;
  readonly args?: Text["args"];
}

const known = new Map<Language, Translate>();

/** A refusal for a person, in one sentence or two. */
export function refusalIn(language: Language, { code, args }: Refusal): string {
  const translate = known.get(language) ?? translator(language, [refusalTexts]);
  known.set(language, translate);
  return translate(text(`refused-${code}`, args));
}

/** A wish that cannot be granted: the API says `message`, the panel says `refusal` in its reader's language. */
export class Unusable extends BadInput {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, args?: Text["args"]) {
    const refusal = args ? { code, args } : { code };
    super(refusalIn("en", refusal), { context: { refusal: code }, reason: refusal });
    this.refusal = refusal;
  }
}
