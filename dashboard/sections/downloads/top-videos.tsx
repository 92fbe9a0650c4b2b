import { platformNames, platforms } from "#domain/downloader/platform";
import { pageOf } from "#domain/downloader/post";
import { useAnswer } from "../../api/use.ts";
import { Card } from "../../parts/card.tsx";
import { Moment } from "../../parts/moment.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { downloads, type TopVideo } from "./routes.ts";
import { say } from "./words.ts";

const limit = 20;

export function TopVideos() {
  const { data, error, refetch } = useAnswer(
    downloads["top-videos"],
    { query: { limit } },
    { every: 60_000 },
  );
  const asCsv = (
    <a
      class="button button-quiet button-small"
      href={`/api/downloads/top-videos?limit=${limit}&format=csv`}
      download
    >
      {say("downloads-csv")}
    </a>
  );
  return (
    <Card title={say("downloads-top")} aside={asCsv}>
      <Table
        caption={say("downloads-top")}
        columns={columns()}
        rows={data?.items}
        keyOf={({ platform, video_id }) => `${platform}:${video_id}`}
        error={error}
        onRetry={() => void refetch()}
        empty={say("downloads-nothing-yet")}
      />
    </Card>
  );
}

/** Made anew for each language. */
const columns = (): readonly Column<TopVideo>[] => [
  { name: say("downloads-video"), cell: (video) => <VideoLink {...video} /> },
  { name: say("downloads-platform"), cell: nameOf, by: nameOf },
  {
    name: say("downloads-count"),
    numeric: true,
    cell: (video) => video.total_downloads,
    by: (video) => video.total_downloads,
  },
  {
    name: say("downloads-last-time"),
    cell: (video) => <Moment at={video.last_download_at} />,
    by: (video) => video.last_download_at,
  },
];

const platformOf = ({ platform }: TopVideo) => platforms.find((known) => known === platform);

function nameOf(video: TopVideo): string {
  const platform = platformOf(video);
  return platform ? platformNames[platform] : video.platform;
}

function VideoLink(video: TopVideo) {
  const platform = platformOf(video);
  if (!platform) return <code>{video.video_id}</code>;
  return (
    <a href={pageOf({ platform, id: video.video_id })} target="_blank" rel="noreferrer">
      <code>{video.video_id}</code>
    </a>
  );
}
