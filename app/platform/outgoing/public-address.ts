/** Blocks of IPv4 that are nobody's on the open Internet: RFC 6890 and what came after it. */
const CLOSED_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
].map((block) => {
  const [base = "", bits] = block.split("/");
  return { base: numberOf(base)!, size: 2 ** (32 - Number(bits)) };
});

/**
 * Beginnings of the groups of IPv6, within what is given out (2000::/3), that are not open, or that hold an IPv4 address
 * inside: 2001::/23 with Teredo, 2001:db8::/32, 6to4, 3fff::/20.
 */
const isClosedV6 = ([first = 0, second = 0]: readonly number[]): boolean =>
  first >> 13 !== 1 ||
  (first === 0x2001 && (second < 0x200 || second === 0xdb8)) ||
  first === 0x2002 ||
  (first === 0x3fff && second < 0x1000);

/**
 * Whether an address that a name stands for, as text, is one of the open Internet: none of this machine, of a network of
 * ours, of a carrier, of many receivers at once, and no IPv6 address in which such a one may hide.
 */
export function isPublicAddress(address: string): boolean {
  const number = numberOf(address);
  if (number !== null) return !CLOSED_V4.some(({ base, size }) => number >= base && number < base + size);
  const groups = groupsOf(address);
  return groups !== null && !isClosedV6(groups);
}

/** An IPv4 address as the 32 bits that it is; null for anything else, also for other ways to write one. */
function numberOf(address: string): number | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return null;
  const parts = address.split(".").map(Number);
  return parts.some((part) => part > 255) ? null : parts.reduce((sum, part) => sum * 256 + part, 0);
}

/** The eight groups of an IPv6 address; null for anything else. A zone after it counts as no address of the open Internet. */
function groupsOf(address: string): number[] | null {
  const bare = address.replace(/^\[(.*)\]$/, "$1");
  if (!bare.includes(":") || bare.includes("%") || !URL.canParse(`http://[${bare}]`)) return null;
  const [head = "", tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const groups = (text: string | undefined) => (text ? text.split(":").map((group) => Number.parseInt(group, 16)) : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array<number>(missing).fill(0), ...groups(tail)];
}
