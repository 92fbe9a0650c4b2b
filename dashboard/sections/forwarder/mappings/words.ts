import { textsOf } from "../../../language/texts.ts";
import en from "./texts/en.ftl";
import ru from "./texts/ru.ftl";

export const say = textsOf({ en, ru });
