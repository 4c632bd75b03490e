import { expect, test } from "vitest";
import { mayReach } from "./addresses";

const closed = [
  ...[
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
  ],
  ...["172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1"],
  ...["198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"],
  ...[
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::a9fe:a9fe",
  ],
  ...[
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "5f00::1",
  ],
  ...["fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1"],
  ...["", "localhost", "1.2.3", "999.1.1.1"],
];

test.each(closed)("%s is not the public internet", (address) => {
  expect(mayReach(address, [])).toBe(false);
});

const open = [
  "1.1.1.1",
  "8.8.8.8",
  "100.63.255.255",
  "172.32.0.1",
  "193.0.0.1",
  "2606:4700::1111",
  "2a01:4f8::1",
];

test.each([...open, "64:ff9b::8.8.8.8"])("%s is the public internet", (address) => {
  expect(mayReach(address, [])).toBe(true);
});

test("opening loopback opens nothing else", () => {
  expect(mayReach("127.0.0.1", ["loopback"])).toBe(true);
  expect(mayReach("::1", ["loopback"])).toBe(true);
  expect(mayReach("10.0.0.1", ["loopback"])).toBe(false);
});

test("opening the private network leaves cloud metadata and wrapped addresses closed", () => {
  expect(mayReach("192.168.1.20", ["private"])).toBe(true);
  expect(mayReach("fd00::20", ["private"])).toBe(true);
  expect(mayReach("169.254.169.254", ["private", "loopback"])).toBe(false);
  expect(mayReach("fe80::1", ["private", "loopback"])).toBe(false);
  expect(mayReach("64:ff9b::10.0.0.1", ["private", "loopback"])).toBe(false);
  expect(mayReach("::ffff:192.168.1.20", ["private", "loopback"])).toBe(false);
});
