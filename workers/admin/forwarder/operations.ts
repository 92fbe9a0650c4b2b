import { chatOperations } from "./chats.ts";
import { mappingOperations } from "./mappings.ts";
import type { Operation } from "./operation.ts";
import { queueOperations } from "./queue.ts";
import { ruleOperations } from "./rules.ts";
import { setUpOperations } from "./set-up.ts";

/** Everything that the owner can do with the forwarder over HTTP. Of two that fit an address the first is meant. */
export const forwarderOperations: readonly Operation[] = [
  ...mappingOperations,
  ...ruleOperations,
  ...chatOperations,
  ...queueOperations,
  ...setUpOperations,
];
