import type { IconName } from "../parts/icon.tsx";
import { Views } from "../shell/views.tsx";
import { texts } from "../state/language.ts";
import { LatestArrival } from "./latest-arrival.tsx";
import { RoomView } from "./rooms/room.tsx";
import { ForwarderSide } from "./side/side.tsx";
import { type ForwarderView, forwarderView } from "./view.ts";

const views: Readonly<Record<ForwarderView, IconName>> = { source: "out", target: "in", side: "list" };

/** A source and a target side by side, and what the forwarder does between them. */
export function Forwarder() {
  return (
    <>
      <main class="page fw-page" data-view={forwarderView.value}>
        <RoomView end="source" />
        <RoomView end="target" />
        <ForwarderSide />
      </main>
      <LatestArrival />
      <Views icons={views} names={texts.value.forwarder.views} view={forwarderView} />
    </>
  );
}
