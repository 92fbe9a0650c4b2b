/** Services: which of the outside may be reached at the moment. */
import type { Emulator } from "../emulators/emulator.ts";

export interface ServiceStatus {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly running: boolean;
}

export class Services {
  readonly #emulators: readonly Emulator[];
  readonly #stopped = new Set<string>();

  constructor(emulators: readonly Emulator[]) {
    this.#emulators = emulators;
  }

  playing(host: string): Emulator | undefined {
    return this.#emulators.find(({ hosts }) => hosts.some((name) => isCalled(host, name)));
  }

  isRunning(service: string): boolean {
    return !this.#stopped.has(service);
  }

  isKnown(service: string): boolean {
    return this.#emulators.some((emulator) => emulator.service === service);
  }

  stop(service: string): void {
    this.#stopped.add(service);
  }

  start(service: string): void {
    this.#stopped.delete(service);
  }

  startAll(): void {
    this.#stopped.clear();
  }

  list(): ServiceStatus[] {
    return this.#emulators.map(({ service, hosts }) => ({
      name: service,
      hosts,
      running: this.isRunning(service),
    }));
  }
}

/** A name with a dot in front is a domain: whatever is in it, but not the domain itself. */
const isCalled = (host: string, name: string) => (name.startsWith(".") ? host.endsWith(name) : host === name);
