import { lookup as systemLookup } from "node:dns/promises";
import { isIP, type LookupFunction, type Socket, connect as tcpConnect } from "node:net";
import { connect as tlsConnect } from "node:tls";
import { mayReach, type Opening } from "./addresses";

export type Resolved = { address: string; family: number };
/** Resolves a name to all its addresses; the tests give their own. */
export type Resolve = (hostname: string) => Promise<Resolved[]>;

export type Reach = {
  /** Parts of the own network that are opened on purpose; none by default. */
  allow?: readonly Opening[];
  resolve?: Resolve;
};

/** The address is one that we do not go to. `reason` says which rule it broke. */
export class BlockedAddress extends Error {
  override readonly name = "BlockedAddress";

  constructor(
    readonly reason: "scheme" | "port" | "address" | "redirects",
    readonly host: string,
  ) {
    super(`blocked ${reason}: ${host}`);
  }
}

/**
 * All addresses of a host, each of them checked. One forbidden address among good ones refuses the host: which
 * one gets used would otherwise be the attacker's choice. Throws BlockedAddress, or what DNS throws.
 */
export async function resolveSafely(hostname: string, reach: Reach): Promise<Resolved[]> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  const found =
    family > 0
      ? [{ address: host, family }]
      : await (reach.resolve ?? ((name: string) => systemLookup(name, { all: true })))(host);
  if (found.length === 0) throw new BlockedAddress("address", hostname);
  for (const { address } of found) {
    if (!mayReach(address, reach.allow ?? [])) throw new BlockedAddress("address", hostname);
  }
  return found;
}

/** A `lookup` that answers with what was checked, so that a second DNS answer cannot lead elsewhere. */
export function pinned(addresses: Resolved[]): LookupFunction {
  return (_hostname, options, callback) => {
    const first = addresses[0];
    if (options.all === true) callback(null, addresses);
    else if (first) callback(null, first.address, first.family);
    else callback(new Error("no address"), "", 0);
  };
}

/** A guarded connection for what is not HTTP: websockets, mail servers. TLS verifies the certificate for `host`. */
export async function safeConnect(
  target: { host: string; port: number; tls: boolean; signal?: AbortSignal; timeoutMs?: number },
  reach: Reach = {},
): Promise<Socket> {
  const addresses = await resolveSafely(target.host, reach);
  const host = target.host.replace(/^\[|\]$/g, "");
  const to = { host, port: target.port, lookup: pinned(addresses), autoSelectFamily: true };
  const socket = target.tls ? tlsConnect(isIP(host) ? to : { ...to, servername: host }) : tcpConnect(to);
  const ready = target.tls ? "secureConnect" : "connect";
  return await new Promise((resolve, reject) => {
    const deadline = AbortSignal.timeout(target.timeoutMs ?? 7000);
    const stop = target.signal ? AbortSignal.any([deadline, target.signal]) : deadline;
    const give = () => socket.destroy(stop.reason);
    const settled = () => {
      stop.removeEventListener("abort", give);
      socket.removeListener("error", reject);
    };
    stop.addEventListener("abort", give, { once: true });
    socket.once("error", reject);
    socket.once("error", settled);
    socket.once(ready, () => {
      settled();
      resolve(socket);
    });
    if (stop.aborted) give();
  });
}
