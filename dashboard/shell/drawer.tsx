import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { IconButton } from "../parts/button.tsx";
import { say as sayPart } from "../parts/words.ts";
import { Brand } from "./brand.tsx";
import { Navigation } from "./navigation.tsx";
import { say } from "./words.ts";

/** Where there is no room beside the page: the navigation comes in from the side, and goes once it was used. */
export function Drawer() {
  const drawer = useRef<HTMLDialogElement>(null);
  const [location] = useLocation();
  useEffect(() => drawer.current?.close(), [location]);
  const close = () => drawer.current?.close();
  return (
    <div class="drawer-door">
      <IconButton icon="menu" name={say("shell-menu")} onPress={() => drawer.current?.showModal()} />
      <dialog
        ref={drawer}
        class="drawer"
        aria-label={say("shell-menu")}
        onClick={({ target }) => target === drawer.current && close()}
      >
        <div class="side">
          <div class="drawer-head">
            <Brand />
            <IconButton icon="close" name={sayPart("parts-close")} onPress={close} />
          </div>
          <Navigation />
        </div>
      </dialog>
    </div>
  );
}
