/** An HTTP/1.1 answer that has arrived whole. */
export interface Answer {
  readonly status: number;
}

const lastChunk = Buffer.from("0\r\n\r\n");

/**
 * Reads the answer in `bytes`, or nothing when more of it has yet to come. One request is under way on a
 * connection at a time, so whatever has come belongs to this answer.
 */
export function readAnswer(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd === -1) return undefined;
  const head = bytes.toString("latin1", 0, headEnd);
  const status = Number(head.slice(9, 12));
  return bodyIsWhole(head, bytes, headEnd + 4) ? { status } : undefined;
}

function bodyIsWhole(head: string, bytes: Buffer, bodyStart: number): boolean {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return bytes.length - bodyStart >= Number(length);
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return bytes.subarray(-5).equals(lastChunk);
  // Neither a length nor chunks: a 204, or an answer without a body.
  return true;
}
