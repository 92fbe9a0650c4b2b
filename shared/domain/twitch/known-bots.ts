/**
 * Chat bots that many channels have in chat, by login: they are public names that their makers keep.
 * A bot that is not here can be spared by its id in the channel's settings.
 */
export const knownBots: ReadonlySet<string> = new Set([
  "botrixoficial",
  "commanderroot",
  "fossabot",
  "kofistreambot",
  "moobot",
  "nightbot",
  "own3d",
  "phantombot",
  "pokemoncommunitygame",
  "restreambot",
  "sery_bot",
  "soundalerts",
  "streamelements",
  "streamlabs",
  "streamstickers",
  "tangiabot",
  "wizebot",
  "wzbot",
]);
