/** Events: everything that has happened to messages, newest first, as `/v2/events` tells it. */
export type EventState = "CREATED" | "ACTIVE" | "DELIVERED" | "ERROR" | "RETRY" | "FAILED" | "CANCELED";

export interface Event {
  readonly time: number;
  readonly state: EventState;
  readonly messageId: string;
  readonly url: string;
  readonly queueName?: string | undefined;
  readonly label?: string | undefined;
  readonly flowControlKey?: string | undefined;
  readonly scheduleId?: string | undefined;
  readonly responseStatus?: number | undefined;
  readonly nextDeliveryTime?: number | undefined;
  readonly error?: string | undefined;
}

const limit = 10_000;

export class Events {
  #events: Event[] = [];

  record(event: Event): void {
    this.#events.push(event);
    // Trimmed in bulk: shifting a long array each time would cost more than the event.
    if (this.#events.length >= limit * 2) this.#events = this.#events.slice(-limit);
  }

  newestFirst(): readonly Event[] {
    return this.#events.toReversed();
  }

  forget(): void {
    this.#events = [];
  }
}
