import { isPageHost } from "#domain/downloader/hosts";
import type { Found } from "#domain/downloader/media";
import { type Asking, playerAsking, readVisitor, visitorAsking } from "#domain/downloader/youtube/ask";
import { readPlayer } from "#domain/downloader/youtube/player";
import type { YoutubeClient } from "#domain/downloader/youtube/settings";
import { firstAnswer } from "../first-answer.ts";
import { askFor, mostJson } from "../page.ts";
import type { Provider, Question } from "../provider.ts";

/**
 * YouTube, as its own apps ask it for anybody who has not signed in. The addresses of the files are good only for whoever
 * asked: fetch them in the same invocation.
 */
export const youtube: Provider<"youtube"> = (question) =>
  firstAnswer(question.settings.clients.map((client) => () => askAs(client, question)));

async function askAs(client: YoutubeClient, question: Question<"youtube">): Promise<Found> {
  const { post, quality, settings } = question;
  const visitor = readVisitor(await ask(visitorAsking(client)));
  if (typeof visitor !== "string") return visitor;
  const answer = await ask(playerAsking(client, visitor, post));
  return readPlayer(answer, { post, quality, rangeBytes: settings.rangeBytes });
}

const ask = ({ url, headers, body }: Asking) =>
  askFor((address) => isPageHost("youtube", address), url, { method: "POST", headers, body }, mostJson);
