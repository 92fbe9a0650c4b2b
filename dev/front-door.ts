import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const source = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The Pages function that stands before the Worker, as one script; for browsers one that leads them to the world's pages. */
export function bundleFrontDoor(isForBrowsers: boolean): string {
  // At once, for it takes a few milliseconds, and leaves nothing running behind it.
  const { outputFiles } = buildSync({
    entryPoints: [source(isForBrowsers ? "signpost.ts" : "../dashboard/front-door.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2023",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** Serves what a build of the page left in `folder`, as Pages does. Nothing is kept: the next build may come at any time. */
export const filesOf =
  (folder: string | undefined) =>
  async (request: { readonly url: string }): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const name = pathname === "/" ? "/index.html" : pathname;
    const type = types.get(extname(name));
    if (folder === undefined || type === undefined || name.includes("..")) return nothing();
    try {
      return new Response(await readFile(join(folder, name)), { headers: { "Content-Type": type } });
    } catch {
      return nothing();
    }
  };

const nothing = () => new Response("The page has not been built, or has no such file.\n", { status: 404 });

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".txt", "text/plain; charset=utf-8"],
]);
