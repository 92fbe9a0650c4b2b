import { FluentResource } from "@fluent/bundle";
import { expect, it } from "vitest";
import { languages } from "#kernel/i18n";
import { text } from "#kernel/text";
import { fieldNames } from "../panel/fields.ts";
import { carryingOptions, filterOptions } from "../panel/option-list.ts";
import { troubleKinds } from "../trouble.ts";
import { troubleText, troubleTexts } from "../troubles/texts.ts";
import { forwarderTexts, speaking } from "./texts.ts";

const keys = (source: string) => new FluentResource(source).body.map(({ id }) => id).toSorted();

it("says the same things in Russian and English", () => {
  expect(keys(forwarderTexts.en)).toEqual(keys(forwarderTexts.ru));
  expect(keys(troubleTexts.en)).toEqual(keys(troubleTexts.ru));
});

it.each(languages)("has words for every trouble, in %s", (language) => {
  for (const kind of troubleKinds) expect(speaking(language)(troubleText(kind))).not.toContain("forwarder-");
});

it.each(languages)("has words for every option and every value of it, in %s", (language) => {
  for (const [name, { values }] of Object.entries({ ...carryingOptions, ...filterOptions })) {
    const said = values.map((value) => speaking(language)(text(`forwarder-option-${name}`, { value })));
    expect(new Set(said).size).toBe(values.length);
    expect(said.join()).not.toMatch(/forwarder-|[{}]/);
  }
});

it.each(languages)("asks for every field, in %s", (language) => {
  for (const field of fieldNames)
    expect(speaking(language)(text(`forwarder-fill-${field}`))).not.toContain("forwarder-");
});
