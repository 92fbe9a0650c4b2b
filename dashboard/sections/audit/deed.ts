/** The words for what was done are found by its name: `PUT /api/people/:id` is `audit-put-people-id`. */
export const keyOf = (what: string): string =>
  `audit-${what
    .toLowerCase()
    .replace("/api/", "")
    .replaceAll(/[^a-z0-9]+/g, "-")}`;
