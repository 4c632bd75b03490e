import type { IncomingMessage } from "node:http";
import { BlockList, isIPv4, isIPv6 } from "node:net";

/** The header in which the server tells its own parts where a request came from. What a client puts there is dropped. */
export const networkHeader = "x-avant-network";

/**
 * Writes the caller's address into the request, before anything else sees it. Behind a proxy on this machine or in a
 * private network the last entry of X-Forwarded-For is taken, which that proxy has added itself; from anywhere else
 * the header is the caller's own invention and is ignored.
 */
export function stampNetwork(request: IncomingMessage): void {
  const peer = request.socket.remoteAddress ?? "unknown";
  const forwarded = [request.headers["x-forwarded-for"]].flat().join(",").split(",").at(-1)?.trim() ?? "";
  const network = isNear(peer) && (isIPv4(forwarded) || isIPv6(forwarded)) ? forwarded : peer;
  request.headers[networkHeader] = network;
  // Hono's listener reads the raw pairs, Next reads `headers`.
  const raw = request.rawHeaders;
  for (let at = raw.length - 2; at >= 0; at -= 2)
    if (raw[at]?.toLowerCase() === networkHeader) raw.splice(at, 2);
  raw.push(networkHeader, network);
}

export function networkOf(headers: { get(name: string): string | null }): string {
  return headers.get(networkHeader) ?? "unknown";
}

const near = new BlockList();
near.addSubnet("127.0.0.0", 8, "ipv4");
near.addSubnet("10.0.0.0", 8, "ipv4");
near.addSubnet("172.16.0.0", 12, "ipv4");
near.addSubnet("192.168.0.0", 16, "ipv4");
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");

function isNear(peer: string): boolean {
  const bare = peer.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv4(bare) ? near.check(bare, "ipv4") : isIPv6(bare) && near.check(bare, "ipv6");
}
