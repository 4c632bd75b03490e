import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { networkHeader, networkOf, networks, stampNetwork } from "./network";

test("the caller's address is the connection's, unless a trusted proxy says otherwise", () => {
  expect(seen("203.0.113.9")).toBe("203.0.113.9");
  expect(seen("127.0.0.1", { "x-forwarded-for": "198.51.100.1, 203.0.113.9" })).toBe("203.0.113.9");
  expect(seen("::ffff:10.0.0.2", { "x-forwarded-for": "2001:db8::1" }, "10.0.0.0/24, ::1")).toBe(
    "2001:db8::1",
  );
});

test("through two proxies the caller is whom the outer one saw", () => {
  const forwarded = { "x-forwarded-for": "192.0.2.66, 198.51.100.1, 10.0.0.7" };
  expect(seen("127.0.0.1", forwarded, "127.0.0.1, 10.0.0.0/24")).toBe("198.51.100.1");
});

test("a caller cannot choose an address, not even from the own network", () => {
  expect(seen("203.0.113.9", { "x-forwarded-for": "127.0.0.1" })).toBe("203.0.113.9");
  expect(seen("10.0.0.2", { "x-forwarded-for": "198.51.100.1" })).toBe("10.0.0.2");
  expect(seen("203.0.113.9", { [networkHeader]: "127.0.0.1" })).toBe("203.0.113.9");
  expect(seen("127.0.0.1", { "x-forwarded-for": "not an address" })).toBe("127.0.0.1");
});

function seen(peer: string, headers: Record<string, string> = {}, trusted = "127.0.0.0/8, ::1"): string {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  for (const [name, value] of Object.entries(headers)) {
    request.headers[name] = value;
    request.rawHeaders.push(name, value);
  }
  stampNetwork(request, networks(trusted));
  const raw = request.rawHeaders.filter((_value, at) => request.rawHeaders[at - 1] === networkHeader);
  expect(raw).toEqual([request.headers[networkHeader]]);
  return networkOf({ get: (name) => String(request.headers[name]) });
}
