/** Whoever asked the control API asked for something that cannot be: answered 400 with the message. */
export class Mistake extends Error {
  override readonly name = "Mistake";
}
