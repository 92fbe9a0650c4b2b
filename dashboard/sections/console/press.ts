/** The name under which a press of a button comes to the bot: the same one twice is done once. */
export interface Press {
  /** What is wished for, as a whole: another wish is another press. */
  readonly wish: string;
  readonly key: string;
}

/** The press for a wish: as long as nobody knows whether it was done, it is tried again under the same name. */
export const pressFor = (wish: string, before: Press | undefined): Press =>
  before?.wish === wish ? before : { wish, key: newKey() };

/** Over plain HTTP from another machine a browser has no `randomUUID`. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
