import { useSignal } from "@preact/signals";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { hueOf } from "../people/avatar.tsx";

interface FileProps {
  readonly url: string;
  /** Width to height. */
  readonly shape: string;
}

/** A video with what it takes to play it. */
export function Player({ url, shape }: FileProps) {
  const isBroken = useSignal(false);
  const name = texts.value.telegram.video;
  if (isBroken.value) return <Tile url={url} shape={shape} icon="play" name={name} />;
  return (
    <video
      class="tg-video"
      controls
      playsInline
      preload="metadata"
      src={url}
      aria-label={name}
      style={{ aspectRatio: shape }}
      onError={() => (isBroken.value = true)}
    />
  );
}

export function Picture({ url, shape }: FileProps) {
  const isBroken = useSignal(false);
  const name = texts.value.telegram.photo;
  if (isBroken.value) return <Tile url={url} shape={shape} icon="camera" name={name} />;
  return (
    <a class="tg-photo" href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={name} loading="lazy" onError={() => (isBroken.value = true)} />
    </a>
  );
}

/** In place of a file that holds nothing to be seen, as those that somebody only says they post: the same file looks the same everywhere. */
function Tile({ url, shape, icon, name }: FileProps & { readonly icon: IconName; readonly name: string }) {
  return (
    <span
      class="tg-photo tg-tile"
      role="img"
      aria-label={name}
      data-hue={hueOf(numberOf(url))}
      style={{ aspectRatio: shape }}
    >
      <Icon name={icon} />
    </span>
  );
}

const numberOf = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7);
