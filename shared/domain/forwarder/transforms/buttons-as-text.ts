import { joined, noText, stacked, type StyledText } from "../styled-text.ts";
import type { Buttons } from "../step.ts";

/** Link buttons as links: a line for each row. */
export const buttonsAsText = (buttons: Buttons): StyledText =>
  buttons.map(rowAsText).reduce((above, row) => stacked(above, row), noText);

const rowAsText = (row: Buttons[number]): StyledText =>
  row
    .map(({ text, url }) => ({
      text,
      entities: [{ type: "text_link", offset: 0, length: text.length, url }],
    }))
    .reduce((before, link) => (before.text === "" ? link : joined(before, " · ", link)), noText);
