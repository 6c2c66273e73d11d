const LONGEST = 8_000;

/**
 * Whether what stands behind the method in a request is an address of ours: a path that begins with a slash, whose
 * percent signs decode, without control characters. Anything else (RFC 9112: absolute form, authority form, asterisk)
 * would be taken for something else by one of the parts that read it.
 */
export function isUsableTarget(target: string): boolean {
  if (!target.startsWith("/") || target.length > LONGEST) return false;
  const [path = ""] = target.split("?", 1);
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path)) && !/[\p{Cc} ]/u.test(target);
  } catch {
    return false;
  }
}

/** Whether a request names its host once (RFC 9112, 3.2): of two, each part that reads it might believe another. */
export function namesOneHost(rawHeaders: readonly string[]): boolean {
  return rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === "host").length <= 1;
}
