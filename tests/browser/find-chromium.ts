import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser that `CHROMIUM` names, or one that is installed; nothing where there is none. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const folders = ["/usr/bin", ...(env["PATH"] ?? "").split(delimiter)];
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [env["CHROMIUM"] ?? "", ...places].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run: either way not the one.
    return false;
  }
}
