import { fileURLToPath } from "node:url";
import { build, stop } from "esbuild";

export interface BundledPage {
  readonly script: string;
  readonly style: string;
}

const folder = fileURLToPath(new URL("page", import.meta.url));

/** Bundles the page into memory: two files, and nothing from anywhere else. */
export async function bundlePage(): Promise<BundledPage> {
  const { outputFiles } = await build({
    entryPoints: { page: `${folder}/main.tsx`, style: `${folder}/style/page.css` },
    bundle: true,
    write: false,
    outdir: folder,
    format: "esm",
    target: "es2023",
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    // The server has them, not the folder.
    external: ["/playground/*"],
    logLevel: "silent",
  });
  // esbuild keeps a process waiting for more, and there is no more.
  await stop();

  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}
