/** Everything the page says, once per language. What the bot and the viewers say is theirs. */
import type { RedemptionStatus, Role } from "../../../emulators/twitch/entities.ts";
import type { Guest, LogLevel, ProductStatus, SleepSettings, TableMode } from "../../wire.ts";
import type { FaultName } from "../bar/fault-presets.ts";
import type { View } from "../shell/view.ts";
import type { Place } from "../state/place.ts";
import type { Tab } from "../state/tab.ts";
import type { ForwarderTexts } from "./forwarder-texts.ts";
import type { TelegramTexts } from "./telegram-texts.ts";

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

  readonly places: string;
  readonly placeNames: Readonly<Record<Place, string>>;

  readonly botSleeps: string;

  readonly views: Readonly<Record<View, string>>;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly tabsHint: string;
  readonly seeToIt: string;

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
  readonly paused: string;
  readonly notForSale: string;
  readonly input: string;
  readonly sendWith: (title: string) => string;
  readonly litres: string;
  readonly litresOf: (count: number) => string;
  readonly litresHint: string;
  readonly many: Readonly<Record<string, { readonly button: string; readonly label: string }>>;

  readonly chat: string;
  readonly chatEmpty: string;
  readonly newLines: (count: number) => string;
  readonly speakAs: string;
  readonly findViewer: string;
  readonly nobodyFound: string;
  readonly write: (name: string) => string;
  readonly send: string;
  readonly commands: string;
  readonly commandsHint: string;
  /** What each command is for, by its key. */
  readonly commandMeaning: Readonly<Record<string, string>>;
  readonly against: (command: string) => string;
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

  readonly table: string;
  readonly tableFree: string;
  readonly tableWaits: string;
  readonly tablePauses: string;
  readonly tableMode: string;
  readonly tableModes: Readonly<Record<TableMode, string>>;
  readonly sitDown: string;
  readonly nextGame: string;
  readonly turn: string;
  readonly sayAs: (name: string) => string;
  readonly queue: string;
  readonly stakes: Readonly<Record<Guest["stake"], string>>;
  /** The letters on cards, where they are not those of the pack. */
  readonly faces: Readonly<Record<string, string>>;
  readonly voteban: string;
  readonly votesNone: string;
  readonly votesOf: (votes: number, needed: number) => string;
  readonly voteAgainst: string;
  readonly manyVote: (count: number) => string;
  readonly collectors: string;
  readonly peopleOf: (people: number, needed: number) => string;
  readonly manyShout: (count: number, word: string) => string;
  readonly beer: string;
  readonly beerNobody: string;

  readonly ranks: string;
  readonly ranksEmpty: string;
  readonly playersCount: (count: number) => string;
  readonly player: string;
  readonly wins: string;
  readonly winsShort: string;
  readonly losses: string;
  readonly lossesShort: string;
  readonly tickets: string;
  readonly ticketsShort: string;

  readonly sleep: string;
  readonly awake: string;
  readonly asleep: string;
  readonly ordered: (until: string) => string;
  readonly noSchedule: string;
  readonly sleepsAt: (time: string) => string;
  readonly wakesAt: (time: string) => string;
  readonly orders: Readonly<Record<"sleep" | "wake", string>>;
  readonly ordersHint: string;
  readonly schedule: string;
  readonly scheduleEnds: Readonly<Record<"from" | "to", string>>;
  readonly rewardsAsleep: string;
  readonly rewardsAsleepOptions: Readonly<Record<SleepSettings["redemptions"], string>>;
  readonly stream: string;
  readonly onAir: string;
  readonly liveFor: (time: string) => string;
  readonly offAir: string;

  readonly health: string;
  readonly healthUnknown: string;
  readonly allWell: string;
  readonly problems: string;
  readonly failing: string;
  readonly notSetUp: string;
  readonly sizes: Readonly<
    Record<keyof Pick<ProductStatus, "outbox" | "journal" | "ledger" | "players" | "deadLetters">, string>
  >;
  readonly subscriptions: (count: number) => string;
  readonly checkedAt: (time: string) => string;
  readonly log: string;
  readonly logEmpty: string;
  readonly logSearch: string;
  readonly logLevel: string;
  readonly logLevels: Readonly<Record<LogLevel, string>>;

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

  readonly telegram: TelegramTexts;
  readonly forwarder: ForwarderTexts;

  readonly notDelivered: string;
  readonly close: string;
}
