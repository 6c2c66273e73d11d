import { expect, test } from "vitest";
import { isPublicAddress } from "~/platform/outgoing/public-address";

test.each([
  "8.8.8.8",
  "1.1.1.1",
  "172.15.255.255",
  "172.32.0.1",
  "100.63.255.255",
  "100.128.0.1",
  "198.20.0.1",
  "223.255.255.255",
  "2606:4700:4700::1111",
  "2001:4860:4860::8888",
  "2a00:1450:4001:81b::200e",
])("%s is of the open Internet", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ["this machine", "127.0.0.1"],
  ["this machine", "127.255.255.254"],
  ["this machine", "::1"],
  ["no address", "0.0.0.0"],
  ["no address", "::"],
  ["private", "10.1.2.3"],
  ["private", "172.16.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["link-local, with the metadata of clouds", "169.254.169.254"],
  ["link-local", "fe80::1"],
  ["link-local, with a zone", "fe80::1%eth0"],
  ["a carrier's", "100.64.0.1"],
  ["a carrier's", "100.127.255.255"],
  ["many receivers", "224.0.0.1"],
  ["many receivers", "ff02::1"],
  ["all receivers", "255.255.255.255"],
  ["unique local", "fd00::1"],
  ["site-local", "fec0::1"],
  ["for examples", "192.0.2.1"],
  ["for examples", "2001:db8::1"],
  ["for examples", "3fff::1"],
  ["an IPv4 address in the dress of IPv6", "::ffff:127.0.0.1"],
  ["the same in hexadecimal", "::ffff:7f00:1"],
  ["even of the open Internet", "::ffff:8.8.8.8"],
  ["an IPv4 address in the old dress", "::127.0.0.1"],
  ["translated (NAT64)", "64:ff9b::7f00:1"],
  ["tunnelled (6to4)", "2002:7f00:1::"],
  ["tunnelled (Teredo)", "2001:0:7f00:1::"],
  ["in brackets", "[::1]"],
  ["an octal spelling", "0177.0.0.1"],
  ["a number too large", "300.1.1.1"],
  ["a name", "localhost"],
  ["nothing", ""],
])("%s: %s is not", (_why, address) => {
  expect(isPublicAddress(address)).toBe(false);
});
