import { app } from "./app.ts";

export { ChannelDO } from "#durable-objects/channel/channel";
export { DirectoryDO } from "#durable-objects/directory/directory";
export { IdentityDO } from "#durable-objects/identity/identity";

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
