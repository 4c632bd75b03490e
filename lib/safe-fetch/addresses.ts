import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Parts of the own network that a caller may open on purpose; link-local (cloud metadata) never opens. */
export type Opening = "loopback" | "private";

/**
 * True when a connection to this address leads to the public internet, or into a part of the own network that
 * `allow` opens. `address` is a literal as DNS gives it. Anything that is no address counts as closed.
 */
export function mayReach(address: string, allow: readonly Opening[]): boolean {
  const plain = address.replace(/%.*$/, "");
  if (isIPv4(plain)) return mayReach4(plain, allow);
  if (!isIPv6(plain)) return false;
  if (allow.includes("loopback") && loopback6.check(plain, "ipv6")) return true;
  if (allow.includes("private") && private6.check(plain, "ipv6")) return true;
  // A DNS64 resolver wraps every public IPv4 address into this prefix (RFC 6052); the address inside decides.
  if (nat64.check(plain, "ipv6")) return mayReach4(lastFourBytes(plain), []);
  return global6.check(plain, "ipv6") && !special6.check(plain, "ipv6");
}

function mayReach4(address: string, allow: readonly Opening[]): boolean {
  if (allow.includes("loopback") && loopback4.check(address)) return true;
  if (allow.includes("private") && private4.check(address)) return true;
  return !special4.check(address) && !loopback4.check(address) && !private4.check(address);
}

/** The URL parser writes every spelling of an IPv6 address in its shortest form, so two groups are enough. */
function lastFourBytes(address: string): string {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const short = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [low = "", high = ""] = short.split(":").reverse();
  const value = Number.parseInt(high || "0", 16) * 65536 + Number.parseInt(low || "0", 16);
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join(".");
}

function list(family: "ipv4" | "ipv6", ranges: string): BlockList {
  const made = new BlockList();
  for (const range of ranges.trim().split(/\s+/)) {
    const [network = "", prefix = ""] = range.split("/");
    made.addSubnet(network, Number(prefix), family);
  }
  return made;
}

// IANA IPv4 and IPv6 Special-Purpose Address Registries, with multicast and the old site-local range.
const loopback4 = list("ipv4", "127.0.0.0/8");
const private4 = list("ipv4", "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10");
const special4 = list(
  "ipv4",
  `0.0.0.0/8 169.254.0.0/16 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24
   192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
);

const loopback6 = list("ipv6", "::1/128");
const private6 = list("ipv6", "fc00::/7");
const nat64 = list("ipv6", "64:ff9b::/96");
// Only 2000::/3 is given out as global unicast (RFC 4291): mapped, NAT64, ULA, link-local, multicast lie outside.
const global6 = list("ipv6", "2000::/3");
const special6 = list("ipv6", `2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20`);
