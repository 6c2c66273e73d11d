/**
 * What one household or school has of the Internet: an IPv4 address, or the first 64 bits of an IPv6 address, of which
 * everybody has 2^64 to change through. An IPv4 address in the dress of IPv6 is one. Anything else stays as it is.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, "");
  if (!bare.includes(":") || !URL.canParse(`http://[${bare}]`)) return bare;
  const plain = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(plain);
  if (mapped) return [mapped[1]!, mapped[2]!].flatMap(bytesOf).join(".");
  const [head = "", tail] = plain.split("::");
  const groups = (text: string | undefined) => (text ? text.split(":") : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(missing).fill("0"), ...groups(tail)];
  return `${all.slice(0, 4).join(":")}::/64`;
}

/** The two bytes of four hexadecimal digits. */
function bytesOf(group: string): number[] {
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 0xff];
}
