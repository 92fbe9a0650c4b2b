import type { Served } from "../serve.ts";
import { chatOperations } from "./chats.ts";
import { mappingOperations } from "./mappings.ts";
import { queueOperations } from "./queue.ts";
import { ruleOperations } from "./rules.ts";
import { setUpOperations } from "./set-up.ts";

/** Everything that can be seen and done of the forwarder. Of two that fit an address the first is meant. */
export const forwarderOperations: readonly Served[] = [
  ...mappingOperations,
  ...ruleOperations,
  ...chatOperations,
  ...queueOperations,
  ...setUpOperations,
];
