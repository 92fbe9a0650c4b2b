import { app } from "./app.ts";

export { AdminDO } from "#durable-objects/admin/admin";
export { ChannelDO } from "#durable-objects/channel/channel";
export { DirectoryDO } from "#durable-objects/directory/directory";
export { DownloadDO } from "#durable-objects/download/download";
export { ForwarderDO } from "#durable-objects/forwarder/forwarder";
export { IdentityDO } from "#durable-objects/identity/identity";
export { LiveLogDO } from "#durable-objects/live-log/live-log";
export { PlatformDO } from "#durable-objects/platform/platform";
export { RequesterDO } from "#durable-objects/requester/requester";
export { ShortLinkDO } from "#durable-objects/short-link/short-link";
export { SourceChatDO } from "#durable-objects/source-chat/source-chat";

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
