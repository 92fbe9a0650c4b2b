import { plain, replaced, type StyledText } from "../styled-text.ts";
import type { About } from "./about.ts";

/** The template with what its placeholders stand for. What nobody knows is empty; what is no placeholder stays as it is written. */
export function filledIn(template: string, text: StyledText, about: About): StyledText {
  const replacements = [...template.matchAll(/\{(\w+)\}/g)].flatMap(({ 0: found, 1: name = "", index }) => {
    const value = Object.hasOwn(placeholders, name) && placeholders[name as Placeholder](text, about);
    return value === false ? [] : [{ at: index, length: found.length, with: value ?? "" }];
  });
  return replaced(plain(template), replacements);
}

type Placeholder = keyof typeof placeholders;

const placeholders = {
  text: (text) => text,
  chat: (_, { chat }) => chat,
  chat_username: (_, { chatUsername }) => chatUsername,
  sender: (_, { sender }) => sender,
  sender_username: (_, { senderUsername }) => senderUsername,
  link: (_, { link }) => link,
  date: (_, { date, timeZone }) =>
    new Intl.DateTimeFormat("ru", { day: "2-digit", month: "2-digit", year: "numeric", timeZone }).format(
      date,
    ),
  time: (_, { date, timeZone }) =>
    new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", timeZone }).format(date),
} satisfies Record<string, (text: StyledText, about: About) => StyledText | string | undefined>;
