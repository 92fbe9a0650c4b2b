/** Something the person at the terminal can mend; `message` says what. */
export class Mistake extends Error {
  readonly exitCode: number = 1;
}

/** What was asked for makes no sense, or is not there. */
export class Misused extends Mistake {
  override readonly exitCode = 2;
}

/** Something was left out: whoever runs this in a script should notice. */
export function leftSomethingOut(): void {
  process.exitCode = 2;
}
