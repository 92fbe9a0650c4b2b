/**
 * Multipart: a `multipart/form-data` body, taken apart where it lies.
 * Parts are views into the body: fifty megabytes are neither copied nor turned into text.
 */

export interface Part {
  readonly name: string;
  /** Of a file; a plain field has none. */
  readonly fileName: string | undefined;
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
}

/** The boundary a Content-Type names, where it names one. */
export function boundaryOf(contentType: string | null): string | undefined {
  if (!contentType?.toLowerCase().startsWith("multipart/form-data")) return undefined;
  const named = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  return named?.[1] ?? named?.[2];
}

/** The parts in their order; undefined where the body has no end, or is no multipart body at all. */
export function parseMultipart(body: Uint8Array, boundary: string): Part[] | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Part[] = [];
  const opening = `--${boundary}`;
  if (bytes.toString("latin1", 0, opening.length) !== opening) return undefined;
  let at = opening.length;
  for (;;) {
    // Two dashes after a boundary are the end of it all.
    if (bytes.toString("latin1", at, at + 2) === "--") return parts;
    const headEnd = bytes.indexOf("\r\n\r\n", at);
    const partEnd = bytes.indexOf(`\r\n--${boundary}`, Math.max(at, headEnd + 2), "latin1");
    if (headEnd < 0 || partEnd < 0) return undefined;
    const part = partOf(bytes.toString("utf8", at, headEnd), bytes.subarray(headEnd + 4, partEnd));
    if (!part) return undefined;
    parts.push(part);
    at = partEnd + opening.length + 2;
  }
}

function partOf(head: string, bytes: Uint8Array): Part | undefined {
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1];
  const name = disposition && parameter(disposition, "name");
  if (name === undefined) return undefined;
  return {
    name,
    fileName: parameter(disposition ?? "", "filename"),
    contentType: /^content-type:\s*(.+?)\s*$/im.exec(head)?.[1],
    bytes,
  };
}

function parameter(disposition: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, "i").exec(disposition);
  return found?.[1] ?? found?.[2];
}
