/** Icons on a grid of 24, in the colour of the text around them. They only repeat what the words say. */
const paths = {
  keg: "M7 3h10l1.6 5v8L17 21H7l-1.6-5V8zM5.4 8.5h13.2M5.4 15.5h13.2M12 10.5v3",
  boar: "M4 13c0-4 3-7 7-7h3l3-2v3c2 1 3 2.5 3.5 4.5H22v3.5h-2.5c-.7 1.5-1.7 2.5-3 3V20h-3v-2h-4v2h-3v-3c-1.5-1-2.5-2.3-2.5-4zM16 10.5v.5M19 15v2",
  trash: "M5 8h14l-1.2 12H6.2zM4 5.5h16M9.5 5.5 10.5 3h3l1 2.5M10 11.5v5M14 11.5v5",
  star: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9L3.5 9.7l5.9-.8z",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 2.9-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14c2.2.9 3.5 3 3.5 6",
  chat: "M4 4.5h16v11.5h-9L6.5 20v-4H4z",
  list: "M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.5M4 12h.5M4 18h.5",
  plug: "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4",
  send: "M4 12 20 4.5l-4.5 15-4-6.5zM11.5 13 20 4.5",
  back: "M14.5 5.5 8 12l6.5 6.5",
  reset: "M5 12a7 7 0 1 0 2.3-5.2M4.5 4v4.5H9",
  down: "M6 9.5l6 6 6-6",
  out: "M6 18 18 6M9 6h9v9",
  in: "M18 6 6 18M15 18H6V9",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2",
  close: "M6 6l12 12M18 6 6 18",
  cards: "M4.5 6.5 13 4l4.5 14.5L9 21zM13.5 4H19v12M9.2 10.2l2 1.8-.8 2.6",
  beer: "M6 9h9v10a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2zM15 11.5h2.5a2 2 0 0 1 2 2v2a2 2 0 0 1-2 2H15M9 13v5M12 13v5M6 9a2.5 2.5 0 0 1-.5-4.8 3 3 0 0 1 5-1 3 3 0 0 1 5 1A2.5 2.5 0 0 1 15 9",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  medal: "M12 21a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM9 10.6 5.5 3h4L12 8l2.5-5h4L15 10.6",
  pulse: "M2.5 12.5h4l3-8 5 15 3-7h4",
  gavel: "M4 12.5 11.5 5M7.5 16 15 8.5M10 6.5l6 6M5.5 14l6 6M13 11l7.5 8",
  seen: "M2.5 12.5 7 17 16 7.5M11 16l1 1 9.5-9.5",
  reply: "M10 5 3.5 11.5 10 18M4 11.5h9c4.5 0 7.5 2.5 7.5 7",
  again: "M4.5 12a7.5 7.5 0 0 1 13-5l2 2M19.5 4v5h-5M19.5 12a7.5 7.5 0 0 1-13 5l-2-2M4.5 20v-5h5",
  note: "M9 17.5V5.5l10-2v12M9 17.5a2.5 2.5 0 1 1-2.5-2.5A2.5 2.5 0 0 1 9 17.5zM19 15.5a2.5 2.5 0 1 1-2.5-2.5 2.5 2.5 0 0 1 2.5 2.5z",
  camera:
    "M5 3.5h14a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5zM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM17 6.8v.2",
  play: "M5.5 4.5v15l13-7.5z",
  video:
    "M3.5 6h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM15.5 10.5l6-3.5v10l-6-3.5",
  pin: "M9 3.5h6l-.8 6 3.3 3.5h-11L9.8 9.5zM12 13v7.5",
  pencil: "M4 20l1.2-4.8L16.5 4 20 7.5 8.8 18.8zM14 6.5 17.5 10",
  plus: "M12 5v14M5 12h14",
  swap: "M7 4.5 3.5 8 7 11.5M4 8h16M17 12.5l3.5 3.5-3.5 3.5M20 16H4",
  arrow: "M4 12h15.5M13.5 6l6 6-6 6",
  lock: "M6 10.5h12V20H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
  eye: "M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** The icon of a reward, by its key. */
export const rewardIcon = (key: string | null | undefined): IconName => rewardIcons.get(key) ?? "star";

const rewardIcons: ReadonlyMap<string | null | undefined, IconName> = new Map([
  ["keg", "keg"],
  ["boar", "boar"],
  ["trash", "trash"],
  ["twenty-one", "cards"],
  ["beer", "beer"],
]);
