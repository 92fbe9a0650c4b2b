/** QStash does not take the request. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: 400 | 404 | 412;

  constructor(message: string, status: 400 | 404 | 412 = 400) {
    super(message);
    this.status = status;
  }
}
