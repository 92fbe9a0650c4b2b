import { type Text, text } from "#kernel/text";

const suits = ["♠", "♥", "♦", "♣"] as const;

/** What a card counts in the Russian game. */
const values = { "6": 6, "7": 7, "8": 8, "9": 9, "10": 10, J: 2, Q: 3, K: 4, A: 11 } as const;

type Suit = (typeof suits)[number];
type Face = keyof typeof values;

/** Such as `K♠`; how a face is called in chat is a matter of the texts. */
export type Card = `${Face}${Suit}`;
export type Hand = readonly Card[];

// The cast: Object.keys forgets what it lists.
const faces = Object.keys(values) as Face[];

/** The pack of 36. */
export const pack: readonly Card[] = suits.flatMap((suit) => faces.map((face): Card => `${face}${suit}`));

// The casts: a card is a face and a suit, and the suit is its last letter.
const faceOf = (card: Card) => card.slice(0, -1) as Face;
const suitOf = (card: Card) => card.slice(-1) as Suit;

/** Two aces and nothing else: they would be 22, and are the golden 21. */
export const isGolden = (hand: Hand) => hand.length === 2 && hand.every((card) => faceOf(card) === "A");

export const total = (hand: Hand): number =>
  isGolden(hand) ? 21 : hand.reduce((sum, card) => sum + values[faceOf(card)], 0);

export const isBust = (hand: Hand) => total(hand) > 21;

/** `К♠ Т♥ 6♦ = 21` */
export function handText(hand: Hand): Text {
  const shown = { cards: cardsText(hand), total: total(hand) };
  if (isGolden(hand)) return text("twenty-one-hand-golden", shown);
  return isBust(hand) ? text("twenty-one-hand-bust", shown) : text("twenty-one-hand", shown);
}

/** Each card is a text of its own, for kings and aces have other letters in every language. */
const cardsText = (hand: Hand): Text | "" =>
  hand.reduce<Text | "">(
    (before, card) =>
      before === "" ? cardText(card) : text("twenty-one-cards", { before, card: cardText(card) }),
    "",
  );

const cardText = (card: Card) => text("twenty-one-card", { face: faceOf(card), suit: suitOf(card) });
