import { expect, it } from "vitest";
import { readAnswer } from "./answer.ts";

const read = (text: string) => readAnswer(Buffer.from(text));

it.each([
  ["with a length", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK", 200],
  ["without a body", "HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n", 204],
  ["with a length of nothing", "HTTP/1.1 403 Forbidden\r\ncontent-length:0\r\n\r\n", 403],
  ["in chunks", "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nOK\r\n0\r\n\r\n", 202],
])("reads an answer %s", (_, text, status) => {
  expect(read(text)).toEqual({ status });
  // However the network cuts it, it is an answer only when it is whole.
  for (let end = 0; end < text.length; end += 1) expect(read(text.slice(0, end))).toBeUndefined();
});
