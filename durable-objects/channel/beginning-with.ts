/** A pattern of LIKE for what begins so; nothing of it is a wildcard. */
export const beginningWith = (beginning: string): string =>
  `${beginning.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
