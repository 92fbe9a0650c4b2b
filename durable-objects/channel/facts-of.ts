import type { Facts } from "#kernel/log";
import type { Effect } from "#domain/twitch/effect";

/** What the channel's log tells of an effect. */
export function factsOf(effect: Effect): Facts {
  switch (effect.do) {
    case "say":
      return { text: effect.text.key };
    case "time-out":
      return { chatter: effect.chatter.login, seconds: effect.lasts / 1_000 };
    case "resolve":
      return { redemption: effect.redemption, as: effect.as };
    case "score": {
      const { player, do: _, ...change } = effect;
      return { player: player.login, ...change };
    }
    case "record":
      return { game: effect.result.game, ending: effect.result.ending };
    default:
      return {};
  }
}
