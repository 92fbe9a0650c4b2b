/** A name or what a viewer typed may hold what Postgres takes neither as text nor as JSON: NUL, or half a surrogate pair. */
export function storable<T>(value: T): T {
  // The casts: everything keeps its shape.
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "\uFFFD") as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, storable(inner)])) as T;
}
