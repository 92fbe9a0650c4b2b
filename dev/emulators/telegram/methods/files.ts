/** Files: where the bot may fetch what it was sent. */
import { badRequest } from "../telegram-error.ts";
import type { Methods } from "./method.ts";

const mostDownloadBytes = 20 * 1024 * 1024;

export const files: Methods = {
  getFile({ telegram, bot, parameters, isLocal }) {
    const fileId = parameters.text("file_id");
    const media = fileId === undefined ? undefined : telegram.store.files.media(fileId, bot.id);
    if (fileId === undefined || !media) throw badRequest("invalid file_id");
    if (!isLocal && media.size > mostDownloadBytes) throw badRequest("file is too big");
    return {
      file_id: fileId,
      file_unique_id: media.uniqueId,
      file_size: media.size,
      file_path: `${media.kind}s/${media.uniqueId}`,
    };
  },
};
