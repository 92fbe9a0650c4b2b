import { expect, it, vi } from "vitest";

// Only the routes are looked at: no room is ever made.
vi.mock("cloudflare:workers", () => ({ DurableObject: Object, RpcTarget: Object, waitUntil() {} }));

const { app } = await import("./app.ts");
const { operations } = await import("./admin/operations.ts");

/** Those whose callers prove who they are in a way of their own, or whose answers are everybody's. */
const otherDoors =
  /^\/(health(\/ready)?|metrics|twitch\/.+|telegram\/.+|jobs\/.+|api\/session\/(twitch|telegram)(\/.+)?|api\/logs\/live|api\/openapi\.json|api\/docs|openapi\.json|docs|redoc)$/;

it("there is no door to the house besides the operations and those that are known", () => {
  const known = new Set(
    operations.map(({ operation: { method, path } }) => `${method.toUpperCase()} ${path}`),
  );
  const others = app.routes
    .filter(({ method, path }) => method !== "ALL" && !known.has(`${method} ${path}`))
    .map(({ path }) => path)
    .filter((path) => !otherDoors.test(path));
  expect(others).toEqual([]);
});
