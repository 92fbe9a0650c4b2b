import { expect, it } from "vitest";
import { draftsOf, forgetDrafts, isAnythingUnsaved, isUnsaved } from "./drafts.ts";

const channel = draftsOf<string>("channel");
const forwarder = draftsOf<number>("forwarder");

it("keeps what is not saved, each by what it is about, until it is saved or thrown away", () => {
  forwarder.keep("1", 11);
  forwarder.keep("2", 22);
  forwarder.keep("1", 111);
  expect([forwarder.of("1"), forwarder.of("2"), forwarder.of("3")]).toEqual([111, 22, undefined]);
  expect([isUnsaved("forwarder"), isUnsaved("channel"), isUnsaved("logs")]).toEqual([true, false, false]);
  forwarder.forget("1");
  expect(isAnythingUnsaved()).toBe(true);
  forwarder.forget("2");
  expect(isAnythingUnsaved()).toBe(false);
});

it("shows nobody what somebody else has typed", () => {
  channel.keep("1001", "half a setting");
  forgetDrafts();
  expect([channel.of("1001"), isAnythingUnsaved()]).toEqual([undefined, false]);
});
