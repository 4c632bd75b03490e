import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { networkHeader, networkOf, stampNetwork } from "./network";

test("the caller's address is the connection's, unless a proxy nearby says otherwise", () => {
  expect(seen("203.0.113.9")).toBe("203.0.113.9");
  expect(seen("127.0.0.1", { "x-forwarded-for": "198.51.100.1, 203.0.113.9" })).toBe("203.0.113.9");
  expect(seen("::ffff:10.0.0.2", { "x-forwarded-for": "2001:db8::1" })).toBe("2001:db8::1");
});

test("a caller cannot choose an address", () => {
  expect(seen("203.0.113.9", { "x-forwarded-for": "127.0.0.1" })).toBe("203.0.113.9");
  expect(seen("203.0.113.9", { [networkHeader]: "127.0.0.1" })).toBe("203.0.113.9");
  expect(seen("127.0.0.1", { "x-forwarded-for": "not an address" })).toBe("127.0.0.1");
});

function seen(peer: string, headers: Record<string, string> = {}): string {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  for (const [name, value] of Object.entries(headers)) {
    request.headers[name] = value;
    request.rawHeaders.push(name, value);
  }
  stampNetwork(request);
  const raw = request.rawHeaders.filter((_value, at) => request.rawHeaders[at - 1] === networkHeader);
  expect(raw).toEqual([request.headers[networkHeader]]);
  return networkOf({ get: (name) => String(request.headers[name]) });
}
