import { languages } from "#kernel/i18n";
import { language } from "../language/language.ts";
import { Choice } from "../parts/choice.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { type Theme, theme, themes } from "./theme.ts";
import { say } from "./words.ts";
import "./looks.css";

const icons: Readonly<Record<Theme, IconName>> = { system: "system", light: "light", dark: "dark" };

/** How the page looks and speaks. */
export function Looks() {
  return (
    <div class="looks">
      <Choice
        label={say("shell-language")}
        options={languages.map((name) => ({ name, text: name.toUpperCase() }))}
        chosen={language.value}
        onChoose={(name) => (language.value = name)}
      />
      <Choice
        label={say("shell-theme")}
        options={themes.map((name) => ({
          name,
          text: say(`shell-theme-${name}`),
          sign: <Icon name={icons[name]} />,
        }))}
        chosen={theme.value}
        onChoose={(name) => (theme.value = name)}
      />
    </div>
  );
}
