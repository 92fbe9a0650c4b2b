/** Icons on a grid of 24, in the colour of the text around them. They only repeat what the words say. */
const paths = {
  again: "M4.5 12a7.5 7.5 0 0 1 13-5l2 2M19.5 4v5h-5M19.5 12a7.5 7.5 0 0 1-13 5l-2-2M4.5 20v-5h5",
  arrow: "M4 12h15.5M13.5 6l6 6-6 6",
  audit: "M6 3.5h9l4 4v13H6zM14.5 3.5V8H19M9 12h7M9 16h7",
  check: "M4.5 12.5 10 18 20 6.5",
  close: "M6 6l12 12M18 6 6 18",
  copy: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
  dark: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  down: "M6 9.5l6 6 6-6",
  download: "M12 3.5v11.5M7 10.5l5 5 5-5M4.5 20h15",
  eye: "M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.3",
  keg: "M7 3h10l1.6 5v8L17 21H7l-1.6-5V8zM5.4 8.5h13.2M5.4 15.5h13.2M12 10.5v3",
  light:
    "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  list: "M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.5M4 12h.5M4 18h.5",
  lock: "M6 10.5h12V20H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
  medal: "M12 21a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM9 10.6 5.5 3h4L12 8l2.5-5h4L15 10.6",
  menu: "M4 6.5h16M4 12h16M4 17.5h16",
  out: "M14.5 7V4.5h-10v15h10V17M9.5 12h11M17 8.5l3.5 3.5-3.5 3.5",
  pause: "M8 5v14M16 5v14",
  pencil: "M4 20l1.2-4.8L16.5 4 20 7.5 8.8 18.8zM14 6.5 17.5 10",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 2.9-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14c2.2.9 3.5 3 3.5 6",
  play: "M6.5 4.5v15l12-7.5z",
  plug: "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4",
  plus: "M12 5v14M5 12h14",
  pulse: "M2.5 12.5h4l3-8 5 15 3-7h4",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5",
  star: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9L3.5 9.7l5.9-.8z",
  swap: "M7 4.5 3.5 8 7 11.5M4 8h16M17 12.5l3.5 3.5-3.5 3.5M20 16H4",
  system: "M3.5 4.5h17v11.5h-17zM8.5 20h7M12 16v4",
  terminal: "M3.5 5h17v14h-17zM7 9.5l3 2.5-3 2.5M12.5 15h4.5",
  trash: "M5 8h14l-1.2 12H6.2zM4 5.5h16M9.5 5.5 10.5 3h3l1 2.5M10 11.5v5M14 11.5v5",
  up: "M6 14.5l6-6 6 6",
  video:
    "M3.5 6h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM15.5 10.5l6-3.5v10l-6-3.5",
  warning: "M12 4 2.5 20h19zM12 10v4.5M12 17v.3",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
