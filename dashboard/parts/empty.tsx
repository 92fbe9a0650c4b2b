import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import "./states.css";

/** Where there is nothing yet: what will be there, and perhaps how it gets there. */
export function Empty({
  icon = "keg",
  children,
}: {
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
