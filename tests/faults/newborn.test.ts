import { afterAll, beforeAll, it } from "vitest";
import { wait } from "./aim.ts";
import { House, until } from "./house.ts";
import { killRuntime } from "./kill.ts";

let house: House;
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterAll(() => house.close());

it("runs again after it was killed while it was being born", async () => {
  const deaths = 8;
  for (let died = 0; died < deaths;) {
    await wait(0.02);
    if (killRuntime() > 0) died++;
  }
  await until(
    () => house.api<unknown>("/api/channels"),
    () => true,
    30_000,
  );
}, 60_000);
