/** Follows the world: one look at everything, and from then on its news. */
import { batch, signal } from "@preact/signals";
import type { ChannelState, Happenings } from "../../wire.ts";
import { get } from "../ask.ts";
import { forgetJourney, noteArrival, noteErrand, noteStage } from "../forwarder/state/journey.ts";
import { noteNews } from "../forwarder/state/product.ts";
import { forgetRooms } from "../forwarder/state/rooms.ts";
import { forgetBill, noteCost, noteJob } from "../telegram/state/bill.ts";
import { lookIfShown, noteTelegram } from "../telegram/state/telegram.ts";
import { channel } from "./channel.ts";
import { withChatters, withLine, withRedemption, withTimeout } from "./channel-news.ts";
import { noteRedemption } from "./evening.ts";
import { fetchTraffic, forgetTraffic, noteCall, noteNotification } from "./traffic.ts";

/** Whether the world answers; `undefined` before its first answer. */
export const isWorldThere = signal<boolean | undefined>();

type News = { readonly [Name in keyof Happenings]: (happening: Happenings[Name]) => void };

const news: News = {
  chat: (line) => change((state) => withLine(state, line)),
  timeout: (timeout) => change((state) => withTimeout(state, timeout, Date.now())),
  redemption: (redemption) => {
    noteRedemption(redemption);
    change((state) => withRedemption(state, redemption));
  },
  chatters: ({ chatters }) => change((state) => withChatters(state, chatters)),
  moderators: ({ moderators }) => change((state) => ({ ...state, moderators })),
  rewards: ({ rewards }) => change((state) => ({ ...state, rewards })),
  stream: ({ stream }) => change((state) => ({ ...state, stream })),
  call: (call) => {
    noteCall(call);
    noteCost(call);
    noteStage(call);
  },
  notification: noteNotification,
  telegram: (told) => {
    noteTelegram(told);
    noteArrival(told);
    noteNews();
  },
  job: (job) => {
    noteJob(job);
    noteErrand(job);
  },
  reset: () => {
    forgetTraffic();
    forgetBill();
    forgetJourney();
    forgetRooms();
    void look();
  },
};

/** News that came while the world was describing itself, and may be newer than the description. */
let waiting: (() => void)[] | undefined;

function change(by: (state: ChannelState) => ChannelState): void {
  const apply = () => {
    if (channel.value) channel.value = by(channel.value);
  };
  waiting?.push(apply);
  apply();
}

export function follow(): void {
  void look();
  listen();
}

async function look(): Promise<void> {
  waiting = [];
  lookIfShown();
  const [state] = await Promise.all([get<ChannelState>("/twitch/state"), fetchTraffic()]);
  const later = waiting ?? [];
  waiting = undefined;
  batch(() => {
    isWorldThere.value = state.ok;
    if (!state.ok) return;
    channel.value = state.value;
    for (const apply of later) apply();
  });
}

const isHere = ({ broadcasterId }: { readonly broadcasterId: string | null }) =>
  broadcasterId === null || broadcasterId === channel.value?.broadcaster.id;

function listen(): void {
  const events = new EventSource("/events");
  for (const name of Object.keys(news) as (keyof Happenings)[]) {
    events.addEventListener(name, ({ data }: MessageEvent<string>) => tell(name, data));
  }
  // The line may have been down for a while: what was said meanwhile is in the state.
  events.addEventListener("open", () => void look());
  events.addEventListener("error", () => {
    isWorldThere.value = false;
    events.close();
    setTimeout(() => void comeBack(), 1_000);
  });
}

/** The stream opens first: what happens between it and the look is then heard, and nothing is missed. */
async function comeBack(): Promise<void> {
  const there = await get<ChannelState>("/twitch/state");
  if (!there.ok) return void setTimeout(() => void comeBack(), 1_000);
  listen();
  // A stream tells that it is open only with its first news, so there is no moment to wait for but a while.
  setTimeout(() => void look(), 300);
}

function tell<Name extends keyof Happenings>(name: Name, data: string): void {
  // The cast: wire.ts says what the world sends under each name.
  const happening = JSON.parse(data) as Happenings[Name];
  const isAnywhere = name === "call" || name === "notification";
  if (isAnywhere || isHere(happening)) news[name](happening);
}
