import { setTimeout as wait } from "node:timers/promises";
import { convertV4MiniflareOptions, type Log, Miniflare, MiniflareCoreError, NoOpLog } from "miniflare";
import type { WorkerModule } from "./bundle.ts";
import { bundleFrontDoor, filesOf } from "./front-door.ts";

export interface RuntimeOptions {
  readonly modules: readonly WorkerModule[];
  /** 0 takes any free port. */
  readonly port: number;
  /** Where Durable Objects keep their storage; it outlives the runtime. */
  readonly dataFolder: string;
  /** The world's `host:port`, which gets every outbound request as a proxy would. */
  readonly world: string;
  /** The Worker's environment. */
  readonly bindings: Readonly<Record<string, string>>;
  /** Where a build of the dashboard's page lies, or will lie; without it there is no page. */
  readonly pageFolder?: string;
  /** A second port without Miniflare's entry and the front door before the Worker, for measuring; 0 takes any free one. */
  readonly directPort?: number;
  readonly onRestart?: () => void;
  /** Gets every line the Worker logs, which otherwise goes to the console. */
  readonly onLog?: (line: string) => void;
}

export interface Runtime {
  readonly url: string;
  /** Where the second port is; throws when none was asked for. */
  directUrl(): Promise<string>;
  /** Loads another bundle; the storage stays. */
  load(modules: readonly WorkerModule[]): Promise<void>;
  /** Ends workerd and begins it anew, on the same port and storage; `away` happens in between. */
  restart(away?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * workerd, as Cloudflare runs the Worker, with its outbound requests led to the world.
 * Should workerd die, Miniflare starts it again on the same storage within a second; should it die while it is being
 * born, Miniflare gives up, and it is started from here.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  let { modules } = options;
  const log = new Stillborn(() => miniflare.setOptions(configuration(options, modules, port, log)));
  let miniflare = new Miniflare(configuration(options, modules, options.port, log));
  const url = (await miniflare.ready).origin;
  const port = Number(new URL(url).port);
  return {
    url,
    directUrl: async () => (await miniflare.unsafeGetDirectURL("taproom")).origin,
    load: async (newer) => {
      modules = newer;
      await miniflare.setOptions(configuration(options, modules, port, log));
    },
    restart: async (away) => {
      await miniflare.dispose();
      await away?.();
      miniflare = new Miniflare(configuration(options, modules, port, log));
      await miniflare.ready;
    },
    close: () => miniflare.dispose(),
  };
}

/** What Miniflare tells: that workerd has died before it was ready is heard, and it is begun until it lives. */
class Stillborn extends NoOpLog {
  readonly #begin: () => Promise<void>;

  constructor(begin: () => Promise<void>) {
    super();
    this.#begin = begin;
  }

  override error(told: Error): void {
    if (codeOf(told) === "ERR_RUNTIME_FAILURE") void this.#beginUntilItLives();
  }

  async #beginUntilItLives(): Promise<void> {
    try {
      await this.#begin();
    } catch (error) {
      if (codeOf(error) === "ERR_DISPOSED") return;
      await wait(100);
      await this.#beginUntilItLives();
    }
  }
}

const codeOf = (error: unknown) => (error instanceof MiniflareCoreError ? error.code : undefined);

type Configuration = ConstructorParameters<typeof Miniflare>[0];

function configuration(
  options: RuntimeOptions,
  modules: readonly WorkerModule[],
  port: number,
  log: Log,
): Configuration {
  const { dataFolder, world, bindings, pageFolder, directPort, onRestart, onLog } = options;
  return convertV4MiniflareOptions({
    host: "127.0.0.1",
    port,
    log,
    resourcePersistencePath: dataFolder,
    ...(onRestart && { unsafeHandleRuntimeRestart: onRestart }),
    ...(onLog && { handleStructuredLogs: ({ message }: { readonly message: string }) => onLog(message) }),
    workers: [
      {
        // Whoever comes in meets the first of these Workers.
        name: "front-door",
        modules: true,
        script: bundleFrontDoor(pageFolder !== undefined),
        compatibilityDate,
        bindings: { WORLD: `http://${world}` },
        serviceBindings: { TAPROOM: "taproom", ASSETS: filesOf(pageFolder) },
      },
      {
        name: "taproom",
        modules: modules.map(({ name, contents }) => ({
          type: name.endsWith(".js") ? ("ESModule" as const) : ("Text" as const),
          path: name,
          contents,
        })),
        compatibilityDate,
        compatibilityFlags: ["nodejs_compat"],
        bindings: { ...bindings },
        durableObjects: {
          ADMIN: { className: "AdminDO", useSQLite: true },
          CHANNEL: { className: "ChannelDO", useSQLite: true },
          IDENTITY: { className: "IdentityDO", useSQLite: true },
          DIRECTORY: { className: "DirectoryDO", useSQLite: true },
          REQUESTER: { className: "RequesterDO", useSQLite: true },
          DOWNLOAD: { className: "DownloadDO", useSQLite: true },
          SHORT_LINK: { className: "ShortLinkDO", useSQLite: true },
          SOURCE_CHAT: { className: "SourceChatDO", useSQLite: true },
          FORWARDER: { className: "ForwarderDO", useSQLite: true },
          LIVE_LOG: { className: "LiveLogDO", useSQLite: true },
          PLATFORM: { className: "PlatformDO", useSQLite: true },
        },
        outboundService: "gateway",
        ...(directPort !== undefined && { unsafeDirectSockets: [{ host: "127.0.0.1", port: directPort }] }),
      },
      {
        // Miniflare takes no external server as outbound service, but a Worker that hands everything to one.
        name: "gateway",
        modules: true,
        script: "export default { fetch: (request, env) => env.WORLD.fetch(request) }",
        compatibilityDate,
        // 1 is workerd's PROXY style: the request line carries the whole URL.
        serviceBindings: { WORLD: { external: { address: world, http: { style: 1 } } } },
      },
    ],
  });
}

/** As in wrangler.toml (tests/configuration.test.ts). */
const compatibilityDate = "2026-10-20";
