import { instant, iso } from "#kernel/clock";
import { forwarderConfig, missingFor } from "#kernel/config";
import { BadInput, Conflict, Missing } from "#kernel/errors";
import type { Asked } from "#durable-objects/asked";
import type { ChannelDO } from "#durable-objects/channel/channel";
import type { Deed } from "#durable-objects/channel/by-hand";
import type { Stopped } from "#durable-objects/channel/switches";
import { channelJobs, consoleApi, type Job, jobs } from "#domain/admin/api/console";
import { listCommands } from "#domain/twitch/commands";
import { featureIds } from "#domain/twitch/features/index";
import { commandGuide, sectionGuide } from "#domain/twitch/guide/guide";
import { type ChannelSettings, isSwitchedOff, switchable } from "#domain/twitch/settings";
import { type Desk, served } from "./serve.ts";

interface Tools extends Desk {
  readonly room: (channel: string) => DurableObjectStub<ChannelDO>;
}

const toolsOf = (desk: Desk): Tools => ({ ...desk, room: (channel) => desk.env.CHANNEL.getByName(channel) });

/** What a person does by hand. */
export const consoleOperations = served(consoleApi, toolsOf, {
  async channel({ inPath: { id } }, { room }) {
    const [settings, stopped] = await Promise.all([settingsOf(room(id)), stoppedIn(room(id))]);
    return {
      ...(stopped && { stopped: { since: iso(stopped.since), by: stopped.by } }),
      features: featureIds.map((feature) => ({
        feature,
        isOn: !isSwitchedOff(feature, settings),
        isSwitchable: switchable.some((each) => each === feature),
        description: sectionGuide(feature),
      })),
      commands: listCommands(settings.commands).map((each) => ({
        ...each,
        description: commandGuide(each.command),
      })),
    };
  },
  say: async ({ inPath: { id }, body: { key, text } }, { room }) =>
    shown(await room(id).sayByHand(key, text)),
  async command({ inPath: { id, command }, body: { key, rest } }, { room, note }) {
    const settings = await settingsOf(room(id));
    const known = listCommands(settings.commands).find((each) => each.command === command);
    if (!known) throw new Missing(`There is no command ${command}`);
    if (isSwitchedOff(known.feature, settings))
      throw new Conflict(`${known.feature} is switched off there`, { reason: { code: "feature-off" } });
    const line = `!${known.names[0]} ${rest}`.trim();
    note({ after: { line } });
    return shown(await room(id).commandByHand(key, line));
  },
  async run({ inPath: { id }, body: { running } }, { room, note, who }) {
    note({ before: { running: (await stoppedIn(room(id))) === undefined } });
    await room(id).run(running, who.id);
    return { running };
  },
  async switch({ inPath: { id, feature }, body: { on } }, { room, note }) {
    note({ before: { on: !isSwitchedOff(feature, await settingsOf(room(id))) } });
    // The cast: RPC's types lose what an answer is made of.
    const changed = (await room(id).switchFeature(feature, on)) as Asked<ChannelSettings>;
    if (!changed.ok) throw new BadInput(changed.why);
    return { switchedOff: changed.value.switchedOff };
  },
  jobs: (_, { config }) => ({
    items: jobs.map((job) => ({
      job,
      isOfChannel: isOfChannel(job),
      isOn: isOfChannel(job) || missingFor("forwarder", config).length === 0,
    })),
  }),
  job: async ({ inPath: { job }, body: { channel } }, tools) => ({
    problems: await perform(job, channel, tools),
  }),
});

const isOfChannel = (job: Job) => channelJobs.some((each) => each === job);

/** Answers what a person has to see to. */
function perform(job: Job, channel: string | undefined, tools: Tools): Promise<readonly string[]> {
  switch (job) {
    case "channel-setup":
      return setUp(tools.room(named(channel)));
    case "channel-upkeep":
      return lookAfter(tools.room(named(channel)));
    case "forwarder-check":
      return checkChats(tools);
    case "forwarder-rebuild":
      return rebuildLines(tools);
  }
}

function named(channel: string | undefined): string {
  if (channel === undefined) throw new BadInput("channel: wants a broadcaster's Twitch user id (digits)");
  return channel;
}

async function setUp(room: DurableObjectStub<ChannelDO>): Promise<readonly string[]> {
  // The cast: RPC's types lose what an answer is made of.
  const done = (await room.setUp()) as Asked<{ readonly problems: readonly string[] }>;
  return done.ok ? done.value.problems : [done.why];
}

async function lookAfter(room: DurableObjectStub<ChannelDO>): Promise<readonly string[]> {
  // The cast: RPC's types lose what an answer is made of.
  const problems = (await room.lookAfter()) as readonly string[] | undefined;
  if (!problems) throw notNow("not-set-up");
  return problems;
}

const forwarder = ({ env, config }: Tools) => {
  forwarderConfig(config);
  return env.FORWARDER.getByName("forwarder");
};

const checkChats = async (tools: Tools) =>
  (await forwarder(tools).check()) ? [] : ["The chats could not be checked; the log says why."];

async function rebuildLines(tools: Tools): Promise<readonly string[]> {
  await forwarder(tools).wake(instant(tools.now), { isOrderLost: true });
  return [];
}

const notNow = (code: keyof typeof refusals) => new Conflict(refusals[code], { reason: { code } });

const refusals = {
  "not-set-up": "The channel was never set up",
  stopped: "The bot is stopped there; start it first",
} as const;

function shown(answer: unknown) {
  // The cast: RPC's types lose what an answer is made of.
  const { became, ...deed } = answer as Deed;
  if (became === "not-set-up" || became === "stopped") throw notNow(became);
  return { became, ...deed };
}

// The casts: RPC's types lose what an answer is made of.
const settingsOf = async (room: DurableObjectStub<ChannelDO>) => (await room.settings()) as ChannelSettings;
const stoppedIn = async (room: DurableObjectStub<ChannelDO>) =>
  ((await room.glance()) as { readonly stopped: Stopped | undefined }).stopped;
