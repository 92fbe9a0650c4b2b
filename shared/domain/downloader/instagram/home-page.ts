import * as z from "zod";
import { jsonScripts } from "../embedded-json.ts";

const token = z.string().regex(/^[\w-]{1,64}$/);

/** The token that the logged-out site sends with its questions; every page of it holds one. */
export function lsdIn(html: string): string | undefined {
  const [data] = jsonScripts(html, '"__eqmc"');
  const ofScript = z.object({ l: token }).safeParse(data);
  if (ofScript.success) return ofScript.data.l;
  return token.safeParse(/\["LSD",\[\],\{"token":"([^"]+)"/.exec(html)?.[1]).data;
}
