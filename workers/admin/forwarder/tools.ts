import { type ForwarderConfig, forwarderConfig } from "#kernel/config";
import { ChannelService } from "#adapters/forwarder/channel-service";
import { MappingService } from "#adapters/forwarder/mapping-service";
import { QueueService } from "#adapters/forwarder/queue-service";
import type { Desk } from "../serve.ts";

/** What whoever sees to the forwarder finds at hand. */
export interface Tools extends Desk {
  readonly config: ForwarderConfig;
  readonly channels: ChannelService;
  readonly mappings: MappingService;
  readonly queue: QueueService;
}

/** Throws Refused: the forwarder is off. */
export function toolsOf(desk: Desk): Tools {
  const { env, log } = desk;
  const config = forwarderConfig(desk.config);
  const channels = new ChannelService({ config, log });
  const mappings = new MappingService({
    config,
    channels,
    onChanged: (chat) => env.SOURCE_CHAT.getByName(chat).mappingsChanged(),
  });
  const queue = new QueueService({
    config,
    wake: (at, order) => env.FORWARDER.getByName("forwarder").wake(at, order),
  });
  return { ...desk, config, channels, mappings, queue };
}
