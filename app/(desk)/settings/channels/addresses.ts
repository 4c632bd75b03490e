import { env } from "@/env";
import type { Addresses } from "./guide";

/** Where the other side reaches a channel of this installation, also one that is not saved yet. */
export function addressesOf(channel: { kind: string; id: string }): Addresses {
  return {
    webhook: `${env.APP_URL}/api/hooks/${channel.kind}/${channel.id}`,
    redirect: `${env.APP_URL}/sign-ins/done`,
    isLocal: isLocal(new URL(env.APP_URL).hostname),
  };
}

/** Names and addresses that mean something else, or nothing, to somebody elsewhere. */
function isLocal(host: string): boolean {
  return (
    /(?:^|\.)(?:localhost|local|internal|lan|test|home\.arpa)$/.test(host) ||
    /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.)/.test(host) ||
    /^\[(?:::1|f[cd]|fe80)/.test(host) ||
    !(host.includes(".") || host.includes(":"))
  );
}
