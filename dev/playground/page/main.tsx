import { render } from "preact";
import { forgetDraftWithRoom } from "./forwarder/state/draft.ts";
import { watchForwarder } from "./forwarder/state/product.ts";
import { App } from "./shell/app.tsx";
import { endTimeoutsInTime } from "./state/channel.ts";
import { runClock } from "./state/clock.ts";
import { rememberLanguage } from "./state/language.ts";
import { follow } from "./state/live.ts";
import { watchOutside } from "./state/outside.ts";
import { followAddress } from "./state/place.ts";
import { watchRoom } from "./state/room.ts";
import { forgetReplyWithChat } from "./telegram/state/draft.ts";
import { watchTelegram } from "./telegram/state/telegram.ts";

rememberLanguage();
runClock();
endTimeoutsInTime();
follow();
watchOutside();
watchRoom();
followAddress();
watchTelegram();
forgetReplyWithChat();
watchForwarder();
forgetDraftWithRoom();

const place = globalThis.document.getElementById("page");
if (place) render(<App />, place);
