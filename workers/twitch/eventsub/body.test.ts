import { expect, it } from "vitest";
import { readBody } from "./body.ts";

const ten = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

const announced = (bytes: Uint8Array<ArrayBuffer>) =>
  new Request("https://taproom.test", {
    method: "POST",
    body: bytes,
    headers: { "Content-Length": String(bytes.length) },
  });

/** Sent piece by piece, with no word of how much will come; `taken` counts what was asked for. */
function chunked(pieces: readonly Uint8Array<ArrayBuffer>[]) {
  const left = [...pieces];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const piece = left.shift();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", body, duplex: "half" } as RequestInit;
  return { request: new Request("https://taproom.test", init), left };
}

it("reads what fits, whether its length is announced or not", async () => {
  expect(await readBody(announced(ten), 10)).toEqual(ten);
  expect(await readBody(chunked([ten.slice(0, 4), ten.slice(4)]).request, 10)).toEqual(ten);
});

it("reads nothing where there is nothing", async () => {
  const empty = new Request("https://taproom.test", { method: "POST" });
  expect(await readBody(empty, 10)).toEqual(new Uint8Array());
});

it("does not read what announces itself as too large", async () => {
  const request = announced(ten);
  expect(await readBody(request, 9)).toBeUndefined();
  expect(request.bodyUsed).toBe(false);
});

it("stops reading where too much has come", async () => {
  const { request, left } = chunked([ten, ten, ten, ten]);
  expect(await readBody(request, 15)).toBeUndefined();
  expect(left).toHaveLength(2);
});
