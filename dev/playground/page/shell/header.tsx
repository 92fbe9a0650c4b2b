import { channel } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { LanguageToggle } from "./language-toggle.tsx";
import { ProductHealth } from "./product-health.tsx";
import { ResetButton } from "./reset-button.tsx";

export function Header() {
  const broadcaster = channel.value?.broadcaster;
  return (
    <header class="header">
      <h1>
        <img src="/playground/icon.svg" alt="" width="28" height="28" />
        Taproom <span>{texts.value.tagline}</span>
      </h1>
      {broadcaster && <span class="channel-name">twitch.tv/{broadcaster.login}</span>}
      <ProductHealth />
      <LanguageToggle />
      <ResetButton />
    </header>
  );
}
