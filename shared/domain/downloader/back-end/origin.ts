import { isMediaHost } from "../hosts.ts";
import { type Address, parseAddress } from "../link/address.ts";
import type { Platform } from "../platform.ts";

/** Whether an address is the back end's own: the same scheme, host and port, and nothing that could be read as another. */
export function isOfBackEnd(address: Address, backEnd: string): boolean {
  const own = parseAddress(backEnd);
  return (
    own !== null &&
    address.protocol === own.protocol &&
    address.hostname === own.hostname &&
    address.port === own.port &&
    address.username === "" &&
    address.password === ""
  );
}

/** Whether a file that a back end names may be fetched: from the back end itself, or from where the platform keeps files. */
export function mayBeFetched(url: string, platform: Platform, backEnd: string): boolean {
  const address = parseAddress(url);
  return address !== null && (isOfBackEnd(address, backEnd) || isMediaHost(platform, address));
}
