import { createHash, createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { acquaintance, setStage, type Stage, token } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const address = `/auth?bot_id=200&origin=https://taproom.test&return_to=${encodeURIComponent("https://taproom.test/?telegram=x")}`;
const visit = (rest = "") =>
  stage.world.fetch(new Request(`https://oauth.telegram.org${address}${rest}`, { redirect: "manual" }));

it("offers the people it knows, at its own address and at the world's", async () => {
  expect(await (await visit()).text()).toContain("Log in as Ада (7001)");
  expect(await (await fetch(stage.world.url + address)).text()).toContain("Log in as Ада (7001)");
});

it("leads back with who it is, signed with the bot's token as Telegram documents it", async () => {
  const location = new URL((await visit(`&as=${acquaintance}`)).headers.get("location") ?? "");
  expect(location.search).toBe("?telegram=x");
  const [, encoded = ""] = /^#tgAuthResult=([\w-]+)$/.exec(location.hash) ?? [];
  const { hash, ...said } = JSON.parse(Buffer.from(encoded, "base64url").toString()) as Record<
    string,
    unknown
  >;
  const text = Object.keys(said)
    .toSorted()
    .map((name) => `${name}=${String(said[name])}`)
    .join("\n");
  const key = createHash("sha256").update(token).digest();
  expect(hash).toBe(createHmac("sha256", key).update(text).digest("hex"));
  expect(said).toMatchObject({ id: acquaintance, first_name: "Ада", username: "ada" });
});

it("knows no other bot", async () => {
  const other = address.replace("bot_id=200", "bot_id=1");
  expect((await stage.world.fetch(new Request(`https://oauth.telegram.org${other}`))).status).toBe(400);
});
