import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { type CachedAnswers, measureCachedAnswers } from "./cached.ts";
import { type Flights, measureFlights } from "./flight.ts";
import { countOperations, type OperationCounts } from "./operations.ts";
import { measureStreams, type Streams } from "./stream.ts";

/** What the downloader bot costs, and how quickly it answers. */
export interface Downloads {
  readonly cached: CachedAnswers;
  readonly flights: Flights;
  readonly streams: Streams;
  readonly operations: OperationCounts;
}

export async function measureDownloads(bundle: Bundle, cleanUp: CleanUp): Promise<Downloads> {
  const streams = await measureStreams(bundle, cleanUp);
  const cached = await measureCachedAnswers(bundle, cleanUp);
  const flights = await measureFlights(bundle, cleanUp);
  const operations = await countOperations(bundle, cleanUp);
  return { cached, flights, streams, operations };
}
