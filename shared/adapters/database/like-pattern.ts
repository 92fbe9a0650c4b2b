/** What is searched for, anywhere in a text; nothing of it is a wildcard. */
export const likePattern = (search: string): string => `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
