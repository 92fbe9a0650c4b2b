import type { Pattern } from "#domain/forwarder/pattern";

export const isSamePattern = (left: Pattern, right: Pattern): boolean =>
  left.find === right.find && left.as === right.as && left.caseSensitive === right.caseSensitive;

/** Those there are and more of them, each once. */
export const withPatterns = (before: readonly Pattern[], more: readonly Pattern[]): Pattern[] =>
  more.reduce<Pattern[]>(
    (all, each) => (all.some((known) => isSamePattern(known, each)) ? all : [...all, each]),
    [...before],
  );
