import { now } from "../state/clock.ts";
import type { BurningKeg } from "../state/evening.ts";
import { texts } from "../state/language.ts";
import { KegDrawing } from "./keg-drawing.tsx";

/** The fuse burns: how long yet, and who has come to do something about it. */
export function Burning({ keg }: { readonly keg: BurningKeg }) {
  const t = texts.value;
  const left = Math.max(0, keg.burstsAt - now.value);
  const share = Math.min(1, left / (keg.burstsAt - keg.openedAt));
  const seconds = Math.ceil(left / 1_000);
  const hasBurst = left === 0;

  return (
    <div class="keg-scene">
      <KegDrawing mood={hasBurst ? "bursting" : "burning"} heat={Math.min(3, Math.floor((1 - share) * 4))} />
      <div class="keg-words">
        <p role="status">{hasBurst ? t.kegBursting : t.kegBurning(keg.host.name)}</p>
        <p class="keg-count" role="timer">
          <strong>{seconds}</strong> {t.secondsLeft(seconds)}
        </p>
      </div>
      <div class="fuse" aria-hidden="true">
        <div class="fuse-left" style={{ "--share": share }} />
      </div>
      <div class="keg-meters">
        <meter
          aria-label={t.boars(keg.boars, keg.boarsNeeded)}
          min={0}
          max={keg.boarsNeeded}
          value={Math.min(keg.boars, keg.boarsNeeded)}
        />
        <span>{t.boars(keg.boars, keg.boarsNeeded)}</span>
        <span>{t.hiders(keg.hiders)}</span>
      </div>
    </div>
  );
}
