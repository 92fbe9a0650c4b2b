import { door } from "../../door.ts";
import { safeHeaders } from "../safe-headers.ts";
import { documentOf } from "./document.ts";
import { docsPage } from "./page.ts";

/** The API for programs and for people; it says nothing that anybody may not know. */
export const apiDocs = door()
  .get("/api/openapi.json", safeHeaders(), (c) => c.json(documentOf(c.get("config").PUBLIC_URL)))
  .get("/api/docs", safeHeaders(), (c) => {
    const nonce = crypto.randomUUID();
    c.header("Content-Security-Policy", policy(nonce));
    return c.html(docsPage(documentOf(c.get("config").PUBLIC_URL), nonce));
  })
  .get("/openapi.json", (c) => c.redirect("/api/openapi.json", 301))
  .get("/docs", (c) => c.redirect("/api/docs", 301))
  .get("/redoc", (c) => c.redirect("/api/docs", 301));

const policy = (nonce: string) =>
  `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
