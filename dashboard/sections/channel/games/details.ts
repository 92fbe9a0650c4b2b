/** What is worth telling of how a game went. Its details are the game's own, and older games may have had others. */
import type { Game } from "../routes.ts";
import { say } from "../words.ts";

export function detailsOf({ details }: Pick<Game, "details">): readonly string[] {
  return [
    counted("channel-boars", details["boars"]),
    counted("channel-hiders", details["hiders"]),
    counted("channel-soaked", details["soaked"]),
    typeof details["litres"] === "number" ? say("channel-litres", { litres: details["litres"] }) : undefined,
    typeof details["tickets"] === "number" && details["tickets"] > 0
      ? say("channel-tickets", { count: details["tickets"] })
      : undefined,
    ...hands(playersIn(details), details["winner"]),
  ].filter((words) => words !== undefined);
}

const counted = (key: string, list: unknown) =>
  Array.isArray(list) && list.length > 0 ? say(key, { count: list.length }) : undefined;

interface Player {
  readonly chatter?: { readonly id?: string; readonly name?: string };
  readonly total?: number;
}

/** The cast: each property is asked for as one that may be missing. */
const playersIn = ({ players }: Game["details"]) =>
  Array.isArray(players) ? (players as readonly Player[]) : [];

/** What everybody had in hand, and who has won by it. */
function hands(players: readonly Player[], winner: unknown): readonly (string | undefined)[] {
  const shown = players.map(({ chatter, total }) => `${chatter?.name ?? "?"} ${total ?? "?"}`);
  const won = players.find(({ chatter }) => chatter?.id !== undefined && chatter.id === winner);
  return [
    shown.join(" : ") || undefined,
    won?.chatter?.name === undefined ? undefined : say("channel-winner", { name: won.chatter.name }),
  ];
}
