import { texts } from "../state/language.ts";

/** One card, such as `K♠`, by the letter its face has in this language. */
export function PlayingCard({ card }: { readonly card: string }) {
  const [face, suit] = [card.slice(0, -1), card.slice(-1)];
  const { faces } = texts.value;
  return (
    <span class="playing-card" data-red={suit === "♥" || suit === "♦"}>
      {faces[face] ?? face}
      {suit}
    </span>
  );
}
