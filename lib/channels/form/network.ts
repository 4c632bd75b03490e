import { isIPv4, isIPv6 } from "node:net";

/**
 * The network that one visitor can be told by: an IPv4 address, or the first 64 bits of an IPv6 one, since a single
 * line usually owns all the rest (RFC 6177). "unknown" when there is no address.
 */
export function networkOf(peer: string | null): string {
  const address = (peer ?? "").replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return "unknown";
  const groups = expand(address);
  // ::ffff:192.0.2.1 is an IPv4 visitor on a socket that speaks both.
  if (groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff") {
    const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  }
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** Eight groups in hex without leading zeros. The URL parser already writes a dotted tail in hex. */
function expand(address: string): string[] {
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = short.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(gap).fill("0"), ...right];
}
