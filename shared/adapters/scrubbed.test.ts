import { expect, test } from "vitest";
import { readConfig } from "#kernel/config";
import { scrubber } from "./scrubbed.ts";

const scrub = scrubber(
  readConfig({
    ADMIN_TOKEN: "the-words-of-an-owner",
    DATABASE_URL: "postgres://taproom:correcthorsebattery@db.taproom.test/taproom",
  }),
);

test.each([
  ["a bot's token in an address", "https://api.telegram.org/bot123456:AAF-token_of_a_bot/sendMessage failed"],
  ["a bot's token", "token 123456:AAF-token_of_a_bot is wrong"],
  ["a bearer token", "sent Authorization: Bearer short-one"],
  ["a secret of the configuration", "compared the-words-of-an-owner with nothing"],
  ["a password of a connection string", "password correcthorsebattery refused"],
  ["a password in any address", "redis://default:s3cret@example.com:6379 is away"],
  ["any long token", "oauth 0123456789abcdefghij0123456789 expired"],
  ["a query", "https://example.com/callback?code=short#state"],
  ["what somebody wrote", `Unexpected token 'h', "hello dear wor"... is not valid JSON`],
  ["what somebody wrote and a line broke", `Unexpected token, "hello\ndear wor`],
  ["an e-mail address", "no such user ann.lee+x@mail.example.com"],
  ["a telephone number", "+7 (916) 123-45-67 is taken"],
])("takes out %s", (_, text) => {
  const rest = scrub(text);
  for (const secret of [
    "AAF-token",
    "short-one",
    "the-words",
    "correcthorse",
    "s3cret",
    "0123456789abcdef",
    "code=",
    "hello",
    "ann.lee",
    "123-45",
  ])
    expect(rest).not.toContain(secret);
});

test.each([
  `Cannot read properties of null (reading 'message_id')`,
  `Cannot find "message_id" in chat -1001234567890`,
  "telegram answered 400: Bad Request: chat not found",
  "post of the trace 0190c2e4-5a1b-7c3d-8e9f-0123456789ab",
])("leaves what helps: %s", (text) => {
  expect(scrub(text)).toBe(text);
});
