import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { fluentSource } from "../dev/fluent-source.ts";
import { assetHeaders } from "./headers.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What Pages reads: files with a hash in their name do not wake the function, and get their headers without it. */
const pagesFiles: Plugin = {
  name: "pages-files",
  applyToEnvironment: ({ name }) => name === "client",
  generateBundle() {
    const headers = Object.entries(assetHeaders).map(([name, value]) => `  ${name}: ${value}\n`);
    this.emitFile({
      type: "asset",
      fileName: "_headers",
      source: `/assets/*\n  ! Access-Control-Allow-Origin\n${headers.join("")}`,
    });
    const routes = { version: 1, include: ["/*"], exclude: ["/assets/*"] };
    this.emitFile({ type: "asset", fileName: "_routes.json", source: JSON.stringify(routes) });
  },
};

/** Nothing is painted before the script has chosen theme and language: the build keeps no attribute of the tag. */
const firstPaint: Plugin = {
  name: "first-paint",
  transformIndexHtml: {
    order: "post",
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

export default defineConfig({
  root: here("."),
  plugins: [fluentSource, pagesFiles, firstPaint],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: here("dist"),
    // All of them know light-dark(), popovers and :has().
    target: ["chrome125", "firefox128", "safari17.5"],
    modulePreload: { polyfill: false },
    // A picture in a data: URL is allowed, anything else would not be.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  environments: {
    client: { build: { emptyOutDir: true } },
    frontDoor: {
      consumer: "server",
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        minify: false,
        rolldownOptions: {
          input: here("front-door.ts"),
          output: { entryFileNames: "_worker.js", format: "es" },
        },
      },
    },
  },
  builder: {
    async buildApp({ build, environments: { client, frontDoor } }) {
      if (client) await build(client);
      if (frontDoor) await build(frontDoor);
    },
  },
});
