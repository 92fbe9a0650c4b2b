import { Choice } from "../parts/choice.tsx";
import { texts } from "../state/language.ts";
import { isProductUp } from "../state/outside.ts";
import { changeSettings, settings } from "../state/settings.ts";

const fuses: readonly number[] = [6, 20, 60];
const languages = [
  { value: "ru", text: "Русский" },
  { value: "en", text: "English" },
] as const;

/** The settings of the product that matter most to a keg. */
export function ChannelSettings() {
  const t = texts.value;
  const known = settings.value;
  const fuse = known?.keg.fuseSeconds;
  // A fuse that somebody set elsewhere is shown beside the usual ones.
  const offered =
    fuse === undefined || fuses.includes(fuse) ? fuses : [...fuses, fuse].toSorted((a, b) => a - b);
  const disabled = !known || !isProductUp.value;

  return (
    <div class="settings" role="group" aria-label={t.settings}>
      <Choice
        label={t.fuse}
        options={offered.map((seconds) => ({ value: seconds, text: t.seconds(seconds) }))}
        value={fuse}
        disabled={disabled}
        onChoose={(fuseSeconds) => void changeSettings({ keg: { fuseSeconds } })}
      />
      <Choice
        label={t.botSpeaks}
        options={languages}
        value={known?.language}
        disabled={disabled}
        onChoose={(language) => void changeSettings({ language })}
      />
      <p class="hint">{isProductUp.value === false ? t.settingsUnknown : t.settingsHint}</p>
    </div>
  );
}
