/**
 * The bytes of a request; undefined when there are more than `most`, of which no more than that are ever held.
 * A length that is announced needs no counting: what comes after it is not part of the request.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array | undefined> {
  const { headers, body } = request;
  const announced = headers.get("Content-Length");
  if (announced !== null && !headers.has("Transfer-Encoding"))
    return Number(announced) > most ? undefined : new Uint8Array(await request.arrayBuffer());

  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
