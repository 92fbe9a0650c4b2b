import { Icon, type IconName } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { type LinkPreset, linkPresets } from "../links.ts";
import { lastLink, say, sendLink } from "../state/deeds.ts";
import { chooseWay, possibleWays, way } from "../state/draft.ts";
import { openChat } from "../state/me.ts";

const icons: Readonly<Record<LinkPreset["platform"], IconName>> = {
  tiktok: "note",
  instagram: "camera",
  youtube: "play",
};

const botCommands = ["/start", "/help", "/stats", "/referral", "/settings"];

/** Links and commands at one click. */
export function LinkPalette() {
  const t = texts.value.telegram;
  return (
    <div class="palette">
      <div class="tg-palette-head">
        {openChat.value?.hasBot ? <Commands /> : <span class="hint">{t.freshLinks}</span>}
        <Ways />
      </div>
      <div class="palette-commands" role="group" aria-label={t.links}>
        {linkPresets.map((preset) => (
          <button
            key={preset.name}
            type="button"
            class="tg-preset"
            data-platform={preset.platform}
            title={t.linkMeaning[preset.name]}
            onClick={() => void sendLink(preset.fresh())}
          >
            <Icon name={icons[preset.platform]} /> {t.linkNames[preset.name]}
          </button>
        ))}
        <button
          type="button"
          class="tg-preset"
          title={lastLink.value ?? t.againHint}
          disabled={lastLink.value === undefined}
          onClick={() => void sendLink({ url: lastLink.value ?? "" })}
        >
          <Icon name="again" /> {t.again}
        </button>
      </div>
    </div>
  );
}

/** How a link is sent: as a message, by asking inline, or by calling the bot as a guest. */
function Ways() {
  const t = texts.value.telegram;
  return (
    <div class="choice-options tg-ways" role="group" aria-label={t.ways}>
      {possibleWays.value.map((name) => (
        <button
          key={name}
          type="button"
          class="choice-option"
          aria-pressed={way.value === name}
          title={t.wayMeaning[name]}
          onClick={() => chooseWay(name)}
        >
          {t.wayNames[name]}
        </button>
      ))}
    </div>
  );
}

function Commands() {
  return (
    <div class="palette-commands" role="group" aria-label={texts.value.commands}>
      {botCommands.map((command) => (
        <button key={command} type="button" class="tg-preset" onClick={() => void say(command)}>
          {command}
        </button>
      ))}
    </div>
  );
}
