/** The cookies of a request by their names, as they were sent. */
export function readCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("="));
  return new Map(pairs.filter(([name]) => name !== "").map(([name, ...value]) => [name!, value.join("=")]));
}
