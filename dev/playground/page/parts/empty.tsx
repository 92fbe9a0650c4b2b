import { Icon, type IconName } from "./icon.tsx";

/** Where there is nothing yet, and what will be there. */
export function Empty({ icon, text }: { readonly icon: IconName; readonly text: string }) {
  return (
    <p class="empty">
      <Icon name={icon} />
      {text}
    </p>
  );
}
