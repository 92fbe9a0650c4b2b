import { language } from "./language.ts";

/** A number as the viewer's language writes it. */
export const numeral = (value: number): string => new Intl.NumberFormat(language.value).format(value);
