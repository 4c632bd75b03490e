import type { IncomingMessage } from "node:http";
import { BlockList, isIPv4, isIPv6 } from "node:net";
import { env } from "@/env";

/** The header in which the server tells its own parts where a request came from. What a client puts there is dropped. */
export const networkHeader = "x-avant-network";

/**
 * Writes the caller's address into the request, before anything else sees it. Behind a proxy of TRUSTED_PROXIES it is
 * the last entry of X-Forwarded-For that no such proxy is; from anywhere else the header is the caller's own
 * invention and is ignored.
 */
export function stampNetwork(request: IncomingMessage, trusted: BlockList = proxies()): void {
  const network = callerOf(request, trusted);
  request.headers[networkHeader] = network;
  // Hono's listener reads the raw pairs, Next reads `headers`.
  const raw = request.rawHeaders;
  for (let at = raw.length - 2; at >= 0; at -= 2)
    if (raw[at]?.toLowerCase() === networkHeader) raw.splice(at, 2);
  raw.push(networkHeader, network);
}

/** Addresses and networks, separated by commas. */
export function networks(list: string): BlockList {
  const known = new BlockList();
  for (const part of list.split(",")) {
    const [address = "", length] = part.trim().split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (length === undefined) known.addAddress(address, family);
    else known.addSubnet(address, Number(length), family);
  }
  return known;
}

export function networkOf(headers: { get(name: string): string | null }): string {
  return headers.get(networkHeader) ?? "unknown";
}

function callerOf(request: IncomingMessage, trusted: BlockList): string {
  const peer = request.socket.remoteAddress ?? "unknown";
  let caller = peer;
  const forwarded = [request.headers["x-forwarded-for"]].flat().join(",").split(",").reverse();
  for (const entry of forwarded.map((part) => part.trim())) {
    if (!isAmong(trusted, caller) || !(isIPv4(entry) || isIPv6(entry))) break;
    caller = entry;
  }
  return caller;
}

function isAmong(known: BlockList, address: string): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv4(bare) ? known.check(bare, "ipv4") : isIPv6(bare) && known.check(bare, "ipv6");
}

let ours: BlockList | undefined;

function proxies(): BlockList {
  ours ??= networks(env.TRUSTED_PROXIES);
  return ours;
}
