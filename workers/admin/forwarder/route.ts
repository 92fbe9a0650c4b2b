import { door } from "../../door.ts";
import { answer } from "./operation.ts";
import { forwarderOperations } from "./operations.ts";

/** The forwarder's mappings, chats and queue, for its owner: workers/app.ts asks for the token. */
export const forwarder = door();
for (const operation of forwarderOperations)
  forwarder.on(operation.method.toUpperCase(), operation.path, (c) => answer(operation, c));
