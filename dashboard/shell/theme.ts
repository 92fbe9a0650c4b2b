/** Dark, light, or as the system has it. */
import { effect, signal } from "@preact/signals";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const place = "taproom-theme";

export const theme = signal<Theme>(themes.find((known) => known === localStorage.getItem(place)) ?? "system");

/** The style sheet knows both; this only says which one holds where the system does not decide. */
export function rememberTheme(): void {
  effect(() => {
    localStorage.setItem(place, theme.value);
    if (theme.value === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme.value;
  });
}
