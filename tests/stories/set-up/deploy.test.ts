/** `npm run deploy`, with the page that is there and a stand-in for Cloudflare. */
import { expect, it } from "vitest";
import { Terminal, withPage } from "./terminal.ts";

const steps = /wrangler|deploy$/;
const deploy = (terminal: Terminal) => terminal.taproom(["deploy"]);

it("deploys the Worker, and the page behind it", async () => {
  const terminal = await Terminal.open({ ...withPage, worker: true });
  const { code, out } = await deploy(terminal);
  expect({ code, out }).toMatchObject({
    code: 0,
    out: expect.stringContaining(
      "The Worker: https://taproom.streamer.workers.dev. The dashboard: https://taproom-dashboard.pages.dev",
    ),
  });
  expect(terminal.cloud.calls.filter((call) => steps.test(call))).toEqual(["deploy", "pages deploy"]);
});

it("deploys no page when the Worker could not be deployed", async () => {
  const terminal = await Terminal.open({ ...withPage, worker: true, breaks: "deploy" });
  expect(await deploy(terminal)).toMatchObject({
    code: 1,
    out: expect.stringContaining("Everything is as it was."),
  });
  expect(terminal.cloud.calls).not.toContain("pages deploy");
});

it("says that the page is still the one before", async () => {
  const terminal = await Terminal.open({ ...withPage, worker: true, breaks: "pages deploy" });
  expect(await deploy(terminal)).toMatchObject({
    code: 1,
    out: expect.stringContaining("The Worker is new, the page is still the one before: run it again."),
  });
});

it("touches nothing where Taproom was never set up", async () => {
  const terminal = await Terminal.open({ worker: true });
  expect(await deploy(terminal)).toMatchObject({
    code: 1,
    out: expect.stringContaining("npm run setup makes it"),
  });
  expect(terminal.cloud.calls).toEqual(["pages project list"]);
});
