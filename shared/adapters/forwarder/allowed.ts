import type { Chat } from "#domain/forwarder/chat";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { isAdministrator } from "./access.ts";

/**
 * Throws Unusable (protected-not-own) when posts of a chat that restricts saving would be copied though nobody of that
 * chat has made the bot an administrator.
 */
export function allowed(source: Chat, { protectedPosts }: MappingSettings): void {
  if (protectedPosts === "copy" && source.isProtected && !isAdministrator(source.access.status))
    throw new Unusable("protected-not-own", { title: source.title });
}
