import { textsOf } from "../language/texts.ts";
import en from "./texts/en.ftl";
import ru from "./texts/ru.ftl";

/** What the parts say themselves. */
export const say = textsOf({ en, ru });
