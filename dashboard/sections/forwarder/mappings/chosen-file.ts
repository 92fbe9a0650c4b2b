import type { MappingFile } from "#domain/forwarder/mapping-file";

/** What the text of a chosen file is, as far as this page can tell. */
export type ChosenFile =
  | { readonly is: "mappings"; readonly file: MappingFile }
  | { readonly is: "wrong"; readonly why: "unreadable" | "something-else" | "other-version" | "empty" };

const wrong = (why: (ChosenFile & { readonly is: "wrong" })["why"]): ChosenFile => ({ is: "wrong", why });

export function chosenFile(text: string): ChosenFile {
  const file = jsonIn(text);
  if (file === undefined) return wrong("unreadable");
  if (!isObject(file) || !Array.isArray(file["mappings"])) return wrong("something-else");
  if (file["version"] !== 1) return wrong("other-version");
  if (file["mappings"].length === 0) return wrong("empty");
  // The cast: whoever takes it over looks at it more closely than this page could.
  return { is: "mappings", file: file as unknown as MappingFile };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
