import { useSignal } from "@preact/signals";
import type { Guest, Seat, TableLook } from "../../wire.ts";
import { Card } from "../parts/card.tsx";
import { Choice } from "../parts/choice.tsx";
import { Countdown } from "../parts/countdown.tsx";
import { Icon } from "../parts/icon.tsx";
import { Name } from "../parts/name.tsx";
import { now } from "../state/clock.ts";
import { callOf } from "../state/commands.ts";
import { call, sitDown } from "../state/deeds.ts";
import { texts } from "../state/language.ts";
import { isProductUp } from "../state/outside.ts";
import { room } from "../state/room.ts";
import { changeSettings, settings } from "../state/settings.ts";
import { PlayingCard } from "./playing-card.tsx";

const goal = 21;

/** The table of 21: who plays with what in hand, and who waits. */
export function Table() {
  const isBusy = useSignal(false);
  const t = texts.value;
  const table = room.value?.table;
  const sit = async () => {
    isBusy.value = true;
    await sitDown();
    isBusy.value = false;
  };

  return (
    <Card name="table" title={t.table} aside={table && <Pace table={table} />}>
      <div class="card-body">
        {table?.game ? (
          <Game game={table.game} />
        ) : (
          <p class="scene-words" role="status">
            <Icon name="cards" /> {waitingText(table?.queue.length ?? 0)}
          </p>
        )}
        {table && table.queue.length > 0 && <Queue queue={table.queue} />}
        <button
          type="button"
          class="button"
          disabled={isBusy.value || isProductUp.value === false}
          onClick={() => void sit()}
        >
          {t.sitDown}
        </button>
        <Choice
          label={t.tableMode}
          options={[
            { value: "auto", text: t.tableModes.auto },
            { value: "live", text: t.tableModes.live },
          ]}
          value={settings.value?.["twenty-one"]?.mode}
          disabled={!settings.value?.["twenty-one"] || !isProductUp.value}
          onChoose={(mode) => void changeSettings({ "twenty-one": { mode } })}
        />
      </div>
    </Card>
  );
}

function waitingText(waiting: number): string {
  const t = texts.value;
  if (waiting === 0) return t.tableFree;
  return waiting === 1 ? t.tableWaits : t.tablePauses;
}

/** Two who wait may still have to wait for the next game. */
function Pace({ table: { game, queue, nextGameAt } }: { readonly table: TableLook }) {
  if (game || queue.length < 2 || nextGameAt <= now.value) return null;
  return (
    <span class="counts">
      {texts.value.nextGame} <Countdown until={nextGameAt} />
    </span>
  );
}

function Game({ game: { seats, turn, turnEndsAt } }: { readonly game: NonNullable<TableLook["game"]> }) {
  return (
    <ul class="seats">
      {seats.map((seat, place) => (
        <SeatRow key={seat.user.id} seat={seat} turnEndsAt={place === turn ? turnEndsAt : undefined} />
      ))}
    </ul>
  );
}

interface SeatRowProps {
  readonly seat: Seat;
  /** Given where it is their turn. */
  readonly turnEndsAt: number | undefined;
}

function SeatRow({ seat: { user, hand, total }, turnEndsAt }: SeatRowProps) {
  const t = texts.value;
  return (
    <li class="seat" data-turn={turnEndsAt !== undefined}>
      <span class="seat-name">
        <Name user={user} />
        {turnEndsAt !== undefined && (
          <span class="hint">
            {t.turn} <Countdown until={turnEndsAt} />
          </span>
        )}
      </span>
      <span class="hand">
        {hand.map((card) => (
          <PlayingCard key={card} card={card} />
        ))}
        <b class={total > goal ? "total total-bust" : "total"}>{total}</b>
      </span>
      {turnEndsAt !== undefined && (
        <span class="seat-deeds">
          {(["hit", "stand"] as const).map((command) => (
            <button
              key={command}
              type="button"
              class="button button-small"
              title={t.sayAs(user.name)}
              onClick={() => void call(user, command)}
            >
              {callOf(command)}
            </button>
          ))}
        </span>
      )}
    </li>
  );
}

function Queue({ queue }: { readonly queue: readonly Guest[] }) {
  const t = texts.value;
  return (
    <div class="queue">
      <span class="hint">{t.queue}</span>
      <ol>
        {queue.map(({ user, stake }) => (
          <li key={user.id} class="queue-guest">
            <Name user={user} /> <span class="hint">{t.stakes[stake]}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
