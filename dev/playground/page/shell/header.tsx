import { channel } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { place } from "../state/place.ts";
import { bot } from "../telegram/state/telegram.ts";
import { LanguageToggle } from "./language-toggle.tsx";
import { Places } from "./places.tsx";
import { ProductHealth } from "./product-health.tsx";
import { ResetButton } from "./reset-button.tsx";

export function Header() {
  const name = place.value === "twitch" ? twitchName() : telegramName();
  return (
    <header class="header">
      <h1>
        <img src="/playground/icon.svg" alt="" width="28" height="28" />
        Taproom <span>{texts.value.tagline}</span>
      </h1>
      <Places />
      {name && <span class="channel-name">{name}</span>}
      <ProductHealth />
      <LanguageToggle />
      <ResetButton />
    </header>
  );
}

const twitchName = () => channel.value && `twitch.tv/${channel.value.broadcaster.login}`;
const telegramName = () => bot.value && `t.me/${bot.value.username}`;
