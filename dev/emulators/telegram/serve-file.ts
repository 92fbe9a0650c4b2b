/** Serve a stored file, whole or in part, as a player asks for it. */
import type { StoredFile } from "./files.ts";

export function serveFile(
  { bytes, size, contentType, sha256 }: StoredFile,
  range: string | undefined,
): Response {
  if (!bytes) return Response.json({ error: "The bytes had to make room", size, sha256 }, { status: 410 });
  const headers = { "Content-Type": contentType, "Accept-Ranges": "bytes" };
  const part = range === undefined ? undefined : partOf(range, size);
  if (range === undefined || part === "unreadable" || !part) {
    return new Response(new Uint8Array(bytes), { headers });
  }
  if (part === "outside") {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${size}` } });
  }
  return new Response(new Uint8Array(bytes.subarray(part.start, part.end + 1)), {
    status: 206,
    headers: { ...headers, "Content-Range": `bytes ${part.start}-${part.end}/${size}` },
  });
}

function partOf(range: string, size: number) {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (from === "" && to === "") return "unreadable";
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? "outside" : { start, end };
}
