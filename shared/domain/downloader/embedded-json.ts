/** The JSON that pages carry with them, in scripts and inside of other code. */

/** What the scripts hold whose tag has `mark` among its attributes; scripts that are no JSON are left out. */
export const jsonScripts = (html: string, mark: string): readonly unknown[] =>
  [...scriptsIn(html)]
    .filter(({ tag }) => tag.includes(mark))
    .map(({ source }) => parsed(source))
    .filter((value) => value !== undefined);

/** In one pass: a page may be of megabytes. */
function* scriptsIn(html: string): Generator<{ readonly tag: string; readonly source: string }> {
  for (let at = html.indexOf("<script"); at >= 0; at = html.indexOf("<script", at)) {
    const opened = html.indexOf(">", at);
    const closed = html.indexOf("</script", opened);
    if (opened < 0 || closed < 0) return;
    yield { tag: html.slice(at, opened), source: html.slice(opened + 1, closed) };
    at = closed;
  }
}

/** The text that stands as a JSON string behind `"key":`, wherever in a page that is; undefined if there is none. */
export function jsonStringBehind(html: string, key: string): string | undefined {
  const at = html.indexOf(`"${key}":"`);
  if (at < 0) return undefined;
  const from = at + key.length + 3;
  let to = from + 1;
  while (to < html.length && html[to] !== '"') to += html[to] === "\\" ? 2 : 1;
  const text = parsed(html.slice(from, to + 1));
  return typeof text === "string" ? text : undefined;
}

/** Undefined for what is no JSON. */
export function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined; // A page is no contract: whoever asked looks elsewhere, and says so if there is nothing.
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Every object in a value, however deep, in no promised order. */
export function* objectsIn(value: unknown): Generator<Fields> {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    // The cast: what JSON gives is an array or has fields.
    if (!Array.isArray(next)) yield next as Fields;
    for (const held of Object.values(next)) open.push(held);
  }
}
