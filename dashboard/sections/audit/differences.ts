/** What is different about something, field by field. */
export interface Difference {
  /** `rights.logs` */
  readonly path: string;
  /** Missing: it was not there before, or is not there any more. */
  readonly before?: unknown;
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a change has made of something. A wish names what is to be otherwise, so what it does not name at all is as it was;
 * what is missing from a field that it names is gone.
 */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  if (!isFields(before) || !isFields(after)) return between("", before, after);
  return Object.keys(after).flatMap((name) => between(name, before[name], after[name]));
}

function between(path: string, before: unknown, after: unknown): readonly Difference[] {
  if (isFields(before) || isFields(after)) return withinFields(path, before, after);
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return [];
  return [{ path, ...(before != null && { before }), ...(after != null && { after }) }];
}

function withinFields(path: string, before: unknown, after: unknown): readonly Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) => between(path ? `${path}.${name}` : name, was[name], is[name]));
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
