import type { MappingSettings } from "../mapping-settings.ts";

/** A setting that has a handful of values; a press chooses the next one. */
export interface Option {
  /** Where it stands in a mapping's settings. */
  readonly path: readonly [string, ...string[]];
  /** As words; each is JSON where it is not a string. */
  readonly values: readonly [string, ...string[]];
}

const yesOrNo = ["true", "false"] as const;
const anyOrNot = ["any", "only", "none"] as const;

/** What an "add mapping" asks for, and what stands behind "Options" of a mapping. */
export const carryingOptions = {
  mode: { path: ["mode"], values: ["copy", "forward"] },
  fallback: { path: ["fallback"], values: yesOrNo },
  silent: { path: ["silent"], values: yesOrNo },
  edits: { path: ["edits"], values: ["sync", "repost", "ignore"] },
  "edits-otherwise": { path: ["editsOtherwise"], values: ["ignore", "repost"] },
  "edits-rejected": { path: ["editsRejected"], values: ["keep", "delete"] },
  replies: { path: ["replies"], values: ["keep", "bring", "drop"] },
  pins: { path: ["pins"], values: yesOrNo },
  priority: { path: ["priority"], values: ["normal", "high", "low"] },
  preview: { path: ["linkPreview"], values: ["as-is", "on", "off"] },
  buttons: { path: ["buttons"], values: ["keep", "text", "drop"] },
  protected: { path: ["protectedPosts"], values: ["skip", "copy"] },
  unsure: { path: ["unsure"], values: ["again", "hold"] },
  dedup: { path: ["dedup", "scope"], values: ["target", "mapping", "everywhere", "off"] },
} as const satisfies Record<string, Option>;

/** What stands among a mapping's filters. */
export const filterOptions = {
  order: {
    path: ["filters", "keywords", "order"],
    values: ["exclude-then-include", "include-then-exclude", "include-only", "exclude-only"],
  },
  "invert-include": { path: ["filters", "keywords", "invertInclude"], values: yesOrNo },
  "invert-exclude": { path: ["filters", "keywords", "invertExclude"], values: yesOrNo },
  unwanted: { path: ["filters", "media", "otherwise"], values: ["discard", "keep-text"] },
  links: { path: ["filters", "links"], values: anyOrNot },
  mentions: { path: ["filters", "mentions"], values: anyOrNot },
  reposts: { path: ["filters", "reposts"], values: anyOrNot },
  automatic: { path: ["filters", "automaticForwards"], values: yesOrNo },
} as const satisfies Record<string, Option>;

const options: Readonly<Record<string, Option>> = { ...carryingOptions, ...filterOptions };
export type OptionName = keyof typeof carryingOptions | keyof typeof filterOptions;

export const optionOf = (name: OptionName): Option => options[name] as Option;

export const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

/** How an option stands, as a word. */
export function valueOf(settings: MappingSettings, name: OptionName): string {
  let value: unknown = settings;
  for (const step of optionOf(name).path) value = (value as Record<string, unknown>)[step];
  return String(value);
}

/** The settings with an option set as its path says; whoever wants to keep them reads them first. */
export const put = (settings: MappingSettings, name: OptionName, value: string): object =>
  putAt(settings, optionOf(name).path, value === "true" || value === "false" ? value === "true" : value);

function putAt(whole: object, [step, ...rest]: readonly string[], value: unknown): object {
  if (step === undefined) return whole;
  const part = (whole as Record<string, unknown>)[step];
  return { ...whole, [step]: rest.length === 0 ? value : putAt((part ?? {}) as object, rest, value) };
}
