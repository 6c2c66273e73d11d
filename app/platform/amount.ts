/** Hours as people type them ("5.5", "7", "1,250") in whole minutes, by integer arithmetic (H8); null when it is no such number. */
export function parseHours(text: string): number | null {
  const hundredths = parseHundredths(text);
  return hundredths === null ? null : Math.floor((hundredths * 60 + 50) / 100);
}

/** Dollars as people type them ("45", "$45.00", "1,250.00") in whole cents; null when it is no such number. */
export function parseMoney(text: string): number | null {
  return parseHundredths(text.trim().replace(/^\$\s*/, ""));
}

/** Credits or whatever else has two decimals ("4.75", "3") in whole hundredths; null when it is no such number. A comma between thousands may be typed. */
export function parseHundredths(text: string): number | null {
  const found = /^(\d{1,6}|\d{1,3},\d{3})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!found) return null;
  return Number(found[1]!.replace(",", "")) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}
