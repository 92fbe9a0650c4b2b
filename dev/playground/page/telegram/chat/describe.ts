/** A file in figures. */
import type { FileKind, FileView } from "../../../wire-telegram.ts";
import { clockText } from "../../state/clock.ts";

/** Less than that would read as nothing. */
const worthTelling = 50_000;

/** `720×1280 · 0:02 · 2.0 MB`, as far as it is known. */
export function describe(
  kind: FileKind,
  view: FileView | undefined,
  megabytes: (count: string) => string,
): string {
  if (!view) return "";
  const { width, height, duration, file_size: bytes } = view;
  return [
    kind !== "audio" && width && height ? `${width}×${height}` : undefined,
    duration ? clockText(duration * 1_000) : undefined,
    bytes && bytes >= worthTelling ? megabytes((bytes / 1_000_000).toFixed(1)) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}
