/** The wallpaper of the Telegram chat: a few things of a taproom and of films, drawn once and repeated. The page colours them. */
const things = [
  // A mug, a film, a note, a star, a link, a camera, a heart, a play sign, a hop cone.
  '<path d="M18 26h22v26a4 4 0 0 1-4 4H22a4 4 0 0 1-4-4zM40 31h5a5 5 0 0 1 5 5v6a5 5 0 0 1-5 5h-5M25 33v16M33 33v16M18 27a6 6 0 0 1-1-11 8 8 0 0 1 13-3 8 8 0 0 1 12 4 5 5 0 0 1-1 9"/>',
  '<path d="M86 20h34v26H86zM86 27h34M86 39h34M93 20v7M101 20v7M109 20v7M93 39v7M101 39v7M109 39v7" transform="rotate(-12 103 33)"/>',
  '<path d="M166 58V34l18-4v24M166 58a5 5 0 1 1-5-5 5 5 0 0 1 5 5zM184 54a5 5 0 1 1-5-5 5 5 0 0 1 5 5z"/>',
  '<path d="M222 18l5 11 12 1-9 8 3 12-11-7-10 7 3-12-9-8 12-1z" transform="rotate(14 222 34)"/>',
  '<path d="M36 98l-8 8a9 9 0 0 0 13 13l8-8M48 110l8-8a9 9 0 0 0-13-13l-8 8M36 112l12-14"/>',
  '<path d="M96 92h9l4-6h12l4 6h9v26H96zM115 112a8 8 0 1 0 0-16 8 8 0 0 0 0 16z" transform="rotate(8 115 104)"/>',
  '<path d="M178 116c-14-9-18-15-15-21 3-6 12-5 15 2 3-7 12-8 15-2 3 6-1 12-15 21z"/>',
  '<path d="M224 84a18 18 0 1 1 0 36 18 18 0 0 1 0-36zM219 94v16l13-8z"/>',
  '<path d="M40 152c10 0 14 8 14 17s-6 19-14 22c-8-3-14-13-14-22s4-17 14-17zM27 166c5 4 8 4 13-1 5 5 8 5 13 1M28 178c4 3 8 3 12-2 4 5 8 5 12 2M40 152v-8"/>',
  '<path d="M92 160h40v26h-22l-9 8v-8h-9zM101 169h22M101 177h13" transform="rotate(-6 112 174)"/>',
  '<path d="M168 156l12 20h-24zM180 186a6 6 0 1 1-12 0M156 176l-4 8M180 176l4 8"/>',
  '<path d="M212 152h26l3 12-3 26h-26l-3-26zM210 164h30M210 180h30"/>',
];

export const wallpaper = `<svg xmlns="http://www.w3.org/2000/svg" width="260" height="210" viewBox="0 0 260 210" fill="none" stroke="#000" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
  ${things.join("\n  ")}
</svg>
`;
