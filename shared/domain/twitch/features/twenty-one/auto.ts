import { type Hand, total } from "./cards.ts";
import { type Game, hit, type Place } from "./game.ts";

/** The drawing rule: a card, and another, until the hand counts `standOn` or more. Nobody looks at the other's cards. */
export const wantsCard = (hand: Hand, standOn: number) => total(hand) < standOn;

/** Both hands by the drawing rule. */
export const playOut = (game: Game): Game => drawn(drawn(game, 0), 1);

function drawn(game: Game, place: Place): Game {
  return wantsCard(game.seats[place].hand, game.settings.standOn) ? drawn(hit(game, place), place) : game;
}
