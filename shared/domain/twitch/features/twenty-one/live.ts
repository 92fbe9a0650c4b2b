import { after, latest, seconds } from "#kernel/clock";
import { type Text, text } from "#kernel/text";
import { mention } from "#domain/twitch/chatter";
import { sayBefore } from "#domain/twitch/effect";
import { type Outcome, outcome, type Scene } from "#domain/twitch/features/feature";
import { handText, isBust, total } from "./cards.ts";
import { ended, hands } from "./ending.ts";
import { type Game, hit, type Place, type Seat } from "./game.ts";
import type { Free, Playing, Room, TwentyOne } from "./state.ts";

/*
 * Both hands lie open: chat is no place for secrets, and everybody may shout advice. Whoever plays second knows what
 * there is to beat; that is why the places are drawn by lot.
 */

/** Two have their first cards. */
export const dealt = (room: Free, game: Game, scene: Scene): Outcome<TwentyOne> =>
  turn(room, game, 0, text("twenty-one-live-dealt", hands(game)), "twenty-one-live-turn", scene);

/** A card for whoever's turn it is. */
export function taken(playing: Playing, scene: Scene): Outcome<TwentyOne> {
  const game = hit(playing.game, playing.turn);
  const what = text("twenty-one-live-drew", shown(game.seats[playing.turn]));
  return turn(playing, game, playing.turn, what, "twenty-one-live-again", scene);
}

/** Enough, said in so many words. */
export const stood = (playing: Playing, scene: Scene) => turnOver(playing, "twenty-one-live-stood", scene);

/** Silence stands. */
export const fellSilent = (playing: Playing, scene: Scene) =>
  turnOver(playing, "twenty-one-live-silent", scene);

function turnOver(playing: Playing, why: string, scene: Scene): Outcome<TwentyOne> {
  const what = text(why, shown(playing.game.seats[playing.turn]));
  return next(playing, playing.game, playing.turn, what, scene);
}

/** Asks for the next card, where one may be wanted: 21 or more ends a turn by itself. */
function turn(
  room: Room,
  game: Game,
  place: Place,
  what: Text,
  question: string,
  scene: Scene,
): Outcome<TwentyOne> {
  const seat = game.seats[place];
  if (total(seat.hand) >= 21) return next(room, game, place, what, scene);

  const { turnSeconds } = game.settings;
  const turnEndsAt = after(scene.now, seconds(turnSeconds));
  const asked = text(question, { ...shown(seat), seconds: turnSeconds });
  return outcome(
    { ...common(room), phase: "playing", game, turn: place, turnEndsAt },
    sayBefore(turnEndsAt, "twenty-one-live", { what, asked }),
  );
}

/** Whoever plays first and takes too much has lost: the other need only stand, so nobody has to wait for it. */
const next = (room: Room, game: Game, place: Place, what: Text, scene: Scene): Outcome<TwentyOne> =>
  place === 0 && !isBust(game.seats[0].hand)
    ? turn(room, game, 1, what, "twenty-one-live-next", scene)
    : outcome(
        { ...common(room), phase: "free", nextGameAt: latest(room.nextGameAt, scene.now) },
        ...ended(game, scene),
      );

const shown = ({ chatter, hand }: Seat) => ({ player: mention(chatter), hand: handText(hand) });

/** What of a phase outlives it. */
export const common = ({ queue, nextGameAt, readyAt, quietUntil }: Room): Room => ({
  queue,
  nextGameAt,
  readyAt,
  quietUntil,
});
