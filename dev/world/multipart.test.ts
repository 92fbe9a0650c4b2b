import { expect, it } from "vitest";
import { boundaryOf, parseMultipart } from "./multipart.ts";
import { readable } from "./readable.ts";
import { redactPath } from "./redact.ts";

const body = [
  "--B",
  'content-disposition:form-data;name="chat_id"',
  "",
  "7",
  "--B",
  'Content-Disposition: form-data; name="video"; filename="a \u00e4.mp4"',
  "Content-Type: video/mp4",
  "",
  "two\r\nlines --B- of it",
  "--B--",
  "",
].join("\r\n");
const bytes = new TextEncoder().encode(body);

it("finds the boundary, quoted or bare", () => {
  expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe("a b");
  expect(boundaryOf("multipart/form-data;boundary=B")).toBe("B");
  expect(boundaryOf("application/json")).toBeUndefined();
});

it("takes fields and files apart, whatever is in them", () => {
  const parts = parseMultipart(bytes, "B")?.map((part) => ({
    ...part,
    bytes: new TextDecoder().decode(part.bytes),
  }));
  expect(parts).toEqual([
    { name: "chat_id", fileName: undefined, contentType: undefined, bytes: "7" },
    { name: "video", fileName: "a \u00e4.mp4", contentType: "video/mp4", bytes: "two\r\nlines --B- of it" },
  ]);
});

it("finds nothing in a body that breaks off anywhere", () => {
  const end = bytes.byteLength - "--\r\n".length;
  for (let length = 0; length <= end; length++)
    expect(parseMultipart(bytes.slice(0, length), "B")).toBeUndefined();
});

it("is remembered as fields, and files as their size and hash", () => {
  expect(readable(bytes.buffer, "multipart/form-data; boundary=B")).toEqual({
    chat_id: "7",
    video: { name: "a \u00e4.mp4", bytes: 21, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  const half = bytes.slice(0, 40).buffer;
  expect(readable(half, "multipart/form-data; boundary=B")).toBe("a multipart body without an end, 40 bytes");
});

it("keeps no more text of a large body than a person would read", () => {
  const large = new Uint8Array(9 * 1024 * 1024).fill(65).buffer;
  expect(readable(large, "application/octet-stream")).toHaveLength(65_536);
});

it.each([
  ["/bot200:secret/sendVideo", "/bot200:\u2022\u2022\u2022/sendVideo"],
  ["/bot200%3Asecret/getMe", "/bot200:\u2022\u2022\u2022/getMe"],
  ["/file/bot200:secret/videos/a", "/file/bot200:\u2022\u2022\u2022/videos/a"],
  ["/helix/users", "/helix/users"],
])("keeps no bot's token of %s", (path, shown) => {
  expect(redactPath(path)).toBe(shown);
});
