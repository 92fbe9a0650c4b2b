import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { Name } from "../parts/name.tsx";
import { texts } from "../state/language.ts";
import { players } from "../state/room.ts";

/** Everybody who has played, the best first. */
export function Ranks() {
  const t = texts.value;
  const all = players.value ?? [];
  return (
    <Card
      name="ranks"
      title={t.ranks}
      aside={all.length > 0 && <span class="counts">{t.playersCount(all.length)}</span>}
    >
      {all.length === 0 && <Empty icon="medal" text={t.ranksEmpty} />}
      {all.length > 0 && (
        // Focusable, so that the keyboard can scroll it.
        <div class="ranks-frame" role="region" aria-label={t.ranks} tabIndex={0}>
          <table class="ranks-table">
            <thead>
              <tr>
                <th scope="col">{t.player}</th>
                <th scope="col" title={t.wins}>
                  {t.winsShort}
                </th>
                <th scope="col" title={t.losses}>
                  {t.lossesShort}
                </th>
                <th scope="col" title={t.tickets}>
                  {t.ticketsShort}
                </th>
              </tr>
            </thead>
            <tbody>
              {all.map((player) => (
                <tr key={player.id}>
                  <th scope="row">
                    <Name user={player} />
                    <span class="row-more">{player.rank}</span>
                  </th>
                  <td>{player.wins}</td>
                  <td>{player.losses}</td>
                  <td>{player.tickets}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
