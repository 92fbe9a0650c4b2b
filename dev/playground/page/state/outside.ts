/** The outside: which services may be reached, what goes wrong on purpose, and how the product takes it. */
import { computed, effect, signal } from "@preact/signals";
import type { Fault, FaultRequest } from "../../../world/faults.ts";
import type { ServiceStatus } from "../../../world/services.ts";
import type { ProductLook } from "../../wire.ts";
import { type Answer, get, post, remove } from "../ask.ts";
import { channel } from "./channel.ts";
import { complain } from "./notices.ts";
import { fetchSettings } from "./settings.ts";

export const services = signal<readonly ServiceStatus[]>([]);
export const faults = signal<readonly Fault[]>([]);
/** Nothing until it has been asked. */
export const product = signal<ProductLook | undefined>();

export const isProductUp = computed(() => product.value?.isUp);

export const isBroken = computed(
  () => faults.value.length > 0 || services.value.some(({ running }) => !running),
);

/** Whether a person has to see to the product. What it once gave up is over, and no reason to be uneasy for ever. */
export const isTroubled = computed(() => {
  const { failing = [], standing } = product.value?.status ?? {};
  return product.value?.isUp === false || failing.length + (standing?.problems.length ?? 0) > 0;
});

const pause = 1_500;

/** Nobody tells of these, so the page asks again and again; a page that nobody sees waits. */
export function watchOutside(): void {
  const channelId = computed(() => channel.value?.broadcaster.id);
  effect(() => {
    if (channelId.value !== undefined) void lookAtProduct(channelId.value);
  });
  // Settings may have been changed while the product could not be asked.
  effect(() => {
    if (isProductUp.value) void fetchSettings();
  });
  void lookAround(channelId);
}

async function lookAround(channelId: { readonly value: string | undefined }): Promise<void> {
  if (!globalThis.document.hidden) {
    const looks = [
      lookAtServices(),
      lookAtFaults(),
      ...(channelId.value ? [lookAtProduct(channelId.value)] : []),
    ];
    await Promise.all(looks);
  }
  setTimeout(() => void lookAround(channelId), pause);
}

async function lookAtProduct(channelId: string): Promise<void> {
  const look = await get<ProductLook>(`/playground/product?channel=${channelId}`);
  product.value = look.ok ? look.value : { isUp: false, status: null };
}

async function lookAtServices(): Promise<void> {
  const listed = await get<ServiceStatus[]>("/services");
  if (listed.ok) services.value = listed.value;
}

async function lookAtFaults(): Promise<void> {
  const listed = await get<Fault[]>("/faults");
  if (listed.ok) faults.value = listed.value;
}

export async function turnService({ name, running }: ServiceStatus): Promise<void> {
  const answer = await post<ServiceStatus[]>(`/services/${name}/${running ? "stop" : "start"}`);
  if (answer.ok) services.value = answer.value;
  else complain(answer.why);
}

export async function addFault(fault: FaultRequest): Promise<void> {
  tellFailure(await post("/faults", fault));
  await lookAtFaults();
}

/** A fault that goes by itself after so many milliseconds. */
export async function addFaultFor(fault: FaultRequest, lasts: number): Promise<void> {
  const added = await post<Pick<Fault, "id">>("/faults", fault);
  tellFailure(added);
  await lookAtFaults();
  if (added.ok) setTimeout(() => void endFault(added.value.id), lasts);
}

export async function removeFault({ id }: Fault): Promise<void> {
  tellFailure(await remove(`/faults/${id}`));
  await lookAtFaults();
}

/** Somebody may have removed it before its time. */
async function endFault(id: string): Promise<void> {
  await remove(`/faults/${id}`);
  await lookAtFaults();
}

/** Every fault goes, and every service comes back. */
export async function repair(): Promise<void> {
  tellFailure(await remove("/faults"));
  const stopped = services.value.filter(({ running }) => !running);
  await Promise.all([lookAtFaults(), ...stopped.map(turnService)]);
}

function tellFailure(answer: Answer<unknown>): void {
  if (!answer.ok) complain(answer.why);
}
