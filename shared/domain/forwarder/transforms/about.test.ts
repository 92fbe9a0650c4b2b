import { instant } from "#kernel/clock";
import { expect, it } from "vitest";
import type { Message } from "../message.ts";
import { noText } from "../styled-text.ts";
import { aboutOf, linkOf } from "./about.ts";

const message: Message = {
  chatId: "-1001234567890",
  id: 77,
  date: instant(0),
  chatTitle: "Beer News",
  sender: { id: "-1001234567890", name: "Beer News", signature: "Hans" },
  content: { is: "text", text: noText, hasPreview: false },
  buttons: [],
};

it.each([
  [{ chatId: "-1001234567890", chatUsername: "beernews", id: 77 }, "https://t.me/beernews/77"],
  [{ chatId: "-1001234567890", id: 77 }, "https://t.me/c/1234567890/77"],
  [{ chatId: "-1234567890", id: 77 }, undefined],
])("links to a post of %j", (post, link) => {
  expect(linkOf(post)).toBe(link);
});

it("calls the author of a signed post its sender", () => {
  expect(aboutOf(message, "UTC")).toEqual({
    chat: "Beer News",
    sender: "Hans",
    link: "https://t.me/c/1234567890/77",
    date: 0,
    timeZone: "UTC",
  });
});

it("calls a person by name, and knows the usernames there are", () => {
  const ofPerson = {
    ...message,
    chatUsername: "beernews",
    sender: { id: "1", name: "Anna B.", username: "anna" },
  };
  expect(aboutOf(ofPerson, "UTC")).toMatchObject({
    chatUsername: "beernews",
    sender: "Anna B.",
    senderUsername: "anna",
  });
});
