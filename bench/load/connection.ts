import { connect, type Socket } from "node:net";
import { readAnswer } from "./answer.ts";

/** One keep-alive connection with one request under way at a time, on a bare socket to cost the machine little. */
export class Connection {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | undefined;
  #received: Buffer | undefined;
  #answered: ((status: number) => void) | undefined;

  constructor(host: string, port: number) {
    this.#host = host;
    this.#port = port;
  }

  async open(): Promise<void> {
    const socket = connect(this.#port, this.#host).setNoDelay(true);
    socket.on("data", (bytes) => this.#read(bytes));
    // An error is followed by "close", and that is where it is counted.
    socket.on("error", () => {});
    socket.on("close", () => this.#lose());
    await new Promise<void>((resolve) => socket.once("connect", resolve).once("close", resolve));
    this.#socket = socket;
  }

  /** The status of the answer; 0 when the connection broke before it came. */
  async ask(request: Buffer): Promise<number> {
    if (this.#socket === undefined || this.#socket.destroyed) await this.open();
    return await new Promise((resolve) => {
      this.#answered = resolve;
      if (this.#socket?.destroyed === false) this.#socket.write(request);
      else this.#lose();
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #read(bytes: Buffer): void {
    const received = this.#received === undefined ? bytes : Buffer.concat([this.#received, bytes]);
    const answer = readAnswer(received);
    this.#received = answer === undefined ? received : undefined;
    if (answer !== undefined) this.#settle(answer.status);
  }

  #lose(): void {
    this.#received = undefined;
    this.#settle(0);
  }

  #settle(status: number): void {
    const answered = this.#answered;
    this.#answered = undefined;
    answered?.(status);
  }
}
