/** Everything the page says, once per language. What the bot and the viewers say is theirs. */
import type { RedemptionStatus, Role } from "../../../emulators/twitch/entities.ts";
import type { FaultName } from "../bar/fault-presets.ts";

export interface Texts {
  readonly tagline: string;
  readonly loading: string;
  readonly worldGone: string;

  readonly productUp: string;
  readonly productDown: string;
  readonly productUnknown: string;
  readonly productHint: string;
  readonly toDo: (count: number) => string;
  readonly reset: string;
  readonly resetHint: string;
  readonly resetSure: string;
  readonly resetDone: string;
  readonly pageLanguage: string;

  readonly views: Readonly<Record<"play" | "chat" | "happenings" | "bar", string>>;

  readonly steps: readonly [string, string, string];
  readonly gotIt: string;
  readonly openKeg: string;
  readonly openAnother: string;
  readonly kegTitle: string;
  readonly kegClosed: string;
  readonly kegBurning: (host: string) => string;
  readonly kegBursting: string;
  readonly kegWaiting: string;
  readonly secondsLeft: (seconds: number) => string;
  readonly boars: (here: number, needed: number) => string;
  readonly hiders: (count: number) => string;
  readonly endingBurst: (soaked: number) => string;
  readonly endingSaved: string;
  readonly endingCancelled: string;
  readonly nobodyHere: string;

  readonly settings: string;
  readonly settingsHint: string;
  readonly settingsUnknown: string;
  readonly fuse: string;
  readonly seconds: (count: number) => string;
  readonly botSpeaks: string;

  readonly rewards: string;
  readonly rewardsHint: string;
  readonly noRewards: string;
  readonly rewardMeaning: Readonly<Record<string, string>>;
  readonly points: (cost: number) => string;
  readonly redeem: string;
  readonly redeemAs: (name: string, title: string) => string;
  readonly input: string;
  readonly inputHint: string;
  readonly many: Readonly<Record<string, { readonly button: string; readonly label: string }>>;

  readonly chat: string;
  readonly chatEmpty: string;
  readonly newLines: (count: number) => string;
  readonly speakAs: string;
  readonly findViewer: string;
  readonly nobodyFound: string;
  readonly write: (name: string) => string;
  readonly send: string;
  readonly youSitOut: (name: string) => string;
  readonly peopleHere: (count: number) => string;
  readonly backToChat: string;
  readonly groups: Readonly<Record<"broadcaster" | "moderator" | "vip" | "viewer" | "bot", string>>;
  readonly badges: Readonly<Record<Role | "broadcaster" | "taproom", string>>;
  readonly redeemed: (others: number) => string;
  readonly banned: string;

  readonly timeouts: string;
  readonly timeoutsEmpty: string;
  readonly lift: string;
  readonly liftOf: (name: string) => string;
  readonly liftAll: string;
  readonly timedOutBy: (name: string) => string;

  readonly redemptions: string;
  readonly redemptionsEmpty: string;
  readonly statusMeaning: Readonly<Record<RedemptionStatus, string>>;

  readonly bar: string;
  readonly barHint: string;
  readonly services: string;
  readonly serviceOn: (name: string) => string;
  readonly faults: string;
  readonly faultNames: Readonly<Record<FaultName, string>>;
  readonly faultMeaning: Readonly<Record<FaultName, string>>;
  readonly otherFault: string;
  readonly repair: string;
  readonly traffic: string;
  readonly trafficEmpty: string;
  readonly trafficNothingFound: string;
  readonly filter: string;
  readonly everyService: string;
  readonly noAnswer: string;
  readonly query: string;
  readonly body: string;
  readonly nothingSent: string;

  readonly notDelivered: string;
  readonly close: string;
}
