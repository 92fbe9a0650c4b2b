import type { Section } from "#domain/admin/rights";
import { textsOf } from "../language/texts.ts";
import en from "./texts/en.ftl";
import ru from "./texts/ru.ftl";

const say = textsOf({ en, ru });

/** What a section is called. */
export const titleOf = (section: Section): string => say(`sections-${section}`);
