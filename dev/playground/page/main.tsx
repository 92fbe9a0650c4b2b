import { render } from "preact";
import { App } from "./shell/app.tsx";
import { endTimeoutsInTime } from "./state/channel.ts";
import { runClock } from "./state/clock.ts";
import { rememberLanguage } from "./state/language.ts";
import { follow } from "./state/live.ts";
import { watchOutside } from "./state/outside.ts";
import { watchRoom } from "./state/room.ts";

rememberLanguage();
runClock();
endTimeoutsInTime();
follow();
watchOutside();
watchRoom();

const place = globalThis.document.getElementById("page");
if (place) render(<App />, place);
