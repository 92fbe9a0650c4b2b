import type { Instant } from "#kernel/clock";
import { type Text, text } from "#kernel/text";
import type { MappingSettings } from "../../mapping-settings.ts";
import type { Transform } from "../../transforms/settings.ts";
import { type Button, button, inRows, type Screen, verbatim } from "../button.ts";
import { agoText, badgesOf, type NamedMapping, pathOf, usedText } from "../labels.ts";
import { troubleText } from "../../troubles/texts.ts";
import { carryingOptions, filterOptions, type OptionName, valueOf } from "../option-list.ts";
import { nextValue } from "../options.ts";
import { act, begin, see, toHome } from "./menus.ts";

export function mappingCard(mapping: NamedMapping, now: Instant): Screen {
  const { id, label, enabled, settings, trouble, lastCarriedAt, lastMode } = mapping;
  return {
    lines: [
      verbatim(`${badgesOf(mapping)} ${label || pathOf(mapping)}`, 200),
      ...(label ? [verbatim(pathOf(mapping, 60), 200)] : []),
      text("forwarder-mapping-mode", { mode: settings.mode, fallback: String(settings.fallback) }),
      ...(lastMode === undefined ? [] : [usedText(lastMode)]),
      lastCarriedAt === undefined
        ? text("forwarder-mapping-silent")
        : text("forwarder-mapping-last", { ago: agoText(lastCarriedAt, now) }),
      rulesText(settings),
      ...(trouble ? [text("forwarder-mapping-trouble", { why: troubleText(trouble) })] : []),
    ],
    rows: [
      [
        enabled ? button("disable", act("enable", id, "false")) : button("enable", act("enable", id, "true")),
        optionButton(mapping, "mode", "mapping"),
      ],
      [button("filters", see("filters", id)), button("transforms", see("transforms", id))],
      [button("options", see("options", id)), button("label", begin("fill", id, "label"))],
      [button("test", begin("test", id)), button("copy-settings", begin("copy-settings", id))],
      [button("export-rules", act("export", id)), button("import-rules", begin("import", id))],
      [button("delete", see("delete", id))],
      [button("mappings", see("mappings", 0)), ...toHome],
    ],
  };
}

const rulesText = ({ filters: { keywords }, transforms }: MappingSettings) =>
  text("forwarder-mapping-rules", {
    include: keywords.include.length,
    exclude: keywords.exclude.length,
    transforms: transforms.length,
  });

export const deletion = (mapping: NamedMapping): Screen => ({
  lines: [text("forwarder-delete-sure", { name: verbatim(pathOf(mapping, 60), 200) })],
  rows: [[button("delete-yes", act("delete", mapping.id)), button("no", see("mapping", mapping.id))]],
});

/** Says how an option stands; a press sets it to what comes next. `then` is the menu that is shown again. */
const optionButton = ({ id, settings }: NamedMapping, name: OptionName, then: string): Button =>
  button(`option-${name}`, act("set", id, name, nextValue(settings, name), then), {
    value: valueOf(settings, name),
  });

const optionRows = (mapping: NamedMapping, options: object, then: string) =>
  // The cast: the names of the options are their keys.
  (Object.keys(options) as OptionName[]).map((name) => [optionButton(mapping, name, then)]);

const fillButton = (id: number, field: string) => button(`field-${field}`, begin("fill", id, field));
const toMapping = (id: number) => [button("back", see("mapping", id)), ...toHome];

export const mappingOptions = (mapping: NamedMapping): Screen => ({
  lines: [
    text("forwarder-options-title", { name: verbatim(pathOf(mapping), 200) }),
    paceText(mapping.settings),
  ],
  rows: [
    ...optionRows(mapping, carryingOptions, "options"),
    ...inRows(
      ["delay", "per-minute", "quiet-hours", "reread", "window", "near", "link-buttons"].map((field) =>
        fillButton(mapping.id, field),
      ),
      2,
    ),
    toMapping(mapping.id),
  ],
});

const paceText = ({
  dedup,
  addButtons,
  delaySeconds,
  perMinute,
  quietHours,
  rereadSeconds,
  timeZone,
}: MappingSettings) =>
  text("forwarder-pace", {
    delay: delaySeconds,
    most: perMinute ?? 0,
    hours: quietHours ? `${quietHours.from}–${quietHours.to} ${timeZone}` : text("forwarder-none"),
    reread: rereadSeconds,
    window: Math.round(dedup.windowSeconds / 60),
    near: dedup.near,
    buttons: addButtons.flat().length,
  });

export function mappingFilters(mapping: NamedMapping): Screen {
  const { id } = mapping;
  const { keywords, media, size, extensions, senders, origins } = mapping.settings.filters;
  return {
    lines: [
      text("forwarder-filters-title", { name: verbatim(pathOf(mapping), 200) }),
      text("forwarder-filters-include", { words: quoted(keywords.include.map(({ find }) => find)) }),
      text("forwarder-filters-exclude", { words: quoted(keywords.exclude.map(({ find }) => find)) }),
      text("forwarder-filters-kinds", { count: media.allow?.length ?? 0, denied: media.deny.length }),
      text("forwarder-filters-files", {
        size: Math.round((size.mostBytes ?? 0) / 1_000_000),
        extensions: extensions.allow ? verbatim(extensions.allow.join(", "), 200) : text("forwarder-any"),
      }),
      text("forwarder-filters-people", {
        allow: senders.allow.length,
        deny: senders.deny.length,
        from: origins.allow.length,
        not: origins.deny.length,
      }),
    ],
    rows: [
      [
        button("add-keywords", begin("keywords", id)),
        button("remove-keywords", begin("choose", "keywords", id)),
      ],
      [button("kinds", begin("choose", "kinds", id))],
      ...optionRows(mapping, filterOptions, "filters"),
      ...inRows(
        ["size", "extensions", "senders-allow", "senders-deny", "origins-allow", "origins-deny"].map(
          (field) => fillButton(id, field),
        ),
        2,
      ),
      [button("test", begin("test", id))],
      toMapping(id),
    ],
  };
}

/** A few words of a list that may be long. */
function quoted(words: readonly string[]): Text {
  const few = words.slice(0, 10).map((each) => `“${each}”`);
  return verbatim([...few, ...(words.length > few.length ? ["…"] : [])].join(", ") || "—", 400);
}

export const mappingTransforms = (mapping: NamedMapping): Screen => ({
  lines: [
    text("forwarder-transforms-title", { name: verbatim(pathOf(mapping), 200) }),
    ...(mapping.settings.transforms.length === 0 ? [text("forwarder-transforms-empty")] : []),
    ...mapping.settings.transforms.slice(0, 20).map(transformText),
  ],
  rows: [
    [button("add-replace", begin("replace", mapping.id))],
    ...inRows(
      ["header", "footer", "template", "mask-links"].map((field) => fillButton(mapping.id, field)),
      2,
    ),
    [button("add-style", see("styles", mapping.id))],
    ...(mapping.settings.transforms.length > 0
      ? [[button("remove-transforms", begin("choose", "transforms", mapping.id))]]
      : []),
    [button("test", begin("test", mapping.id))],
    toMapping(mapping.id),
  ],
});

const styles = ["bold", "italic", "code", "strikethrough", "spoiler", "plain"] as const;

/** In which style the whole text of a post may be. */
export const mappingStyles = (mapping: NamedMapping): Screen => ({
  lines: [text("forwarder-styles-title", { name: verbatim(pathOf(mapping), 200) })],
  rows: [
    ...inRows(
      styles.map((as) => button("transform-style", act("style", mapping.id, as), { as })),
      2,
    ),
    [button("back", see("transforms", mapping.id)), ...toHome],
  ],
});

/** The style of this name, as a transform. */
export const styleNamed = (name: string): Transform | undefined => {
  const as = styles.find((each) => each === name);
  return as && { is: "style", as };
};

export function transformText(transform: Transform): Text {
  switch (transform.is) {
    case "replace":
      return text("forwarder-transform-replace", {
        find: verbatim(transform.what.find),
        with: verbatim(transform.with || "∅"),
      });
    case "mask-links":
      return text("forwarder-transform-mask-links", { with: verbatim(transform.with || "∅") });
    case "style":
      return text("forwarder-transform-style", { as: transform.as });
    default:
      return text(`forwarder-transform-${transform.is}`, { text: verbatim(transform.text) });
  }
}
