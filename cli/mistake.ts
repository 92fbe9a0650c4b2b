/** Something the person at the terminal can mend; `message` says what. */
export class Mistake extends Error {}
