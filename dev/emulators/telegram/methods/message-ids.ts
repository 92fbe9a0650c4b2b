/** The `message_ids` of methods that are about many messages. */
import * as z from "zod";
import type { Parameters } from "../parameters.ts";
import { badRequest } from "../telegram-error.ts";

const mostAtOnce = 100;

export function readMessageIds(parameters: Parameters): readonly number[] {
  const ids = parameters.json("message_ids", z.array(z.coerce.number()), "can't parse message identifiers");
  if (!ids || ids.length === 0) throw badRequest("message identifiers are not specified");
  if (ids.length > mostAtOnce) throw badRequest("too many message identifiers specified");
  return ids;
}
