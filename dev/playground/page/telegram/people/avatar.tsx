/** Somebody's picture: the first letter on one of Telegram's seven colours. */
export function Avatar({
  id,
  name,
  kind,
}: {
  readonly id: number;
  readonly name: string;
  readonly kind?: "bot";
}) {
  return (
    <span class="tg-avatar" data-hue={hueOf(id)} aria-hidden="true">
      {kind === "bot" ? <BotFace /> : (name[0]?.toUpperCase() ?? "?")}
    </span>
  );
}

/** Seven colours, always the same one for the same id. */
export const hueOf = (id: number) => Math.abs(id) % 7;

const BotFace = () => (
  <svg viewBox="0 0 24 24" width="60%" height="60%">
    <path
      d="M6.5 5h9a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM17.5 9.5H19a1.5 1.5 0 0 1 1.5 1.5v3a1.5 1.5 0 0 1-1.5 1.5h-1.5"
      fill="none"
      stroke="currentcolor"
      stroke-width="1.9"
    />
    <path d="M9 9.2v5.6l4.6-2.8z" fill="currentcolor" />
  </svg>
);
