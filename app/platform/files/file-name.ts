const LONGEST = 120;

/** A name for a file on somebody's disk: no path, nothing invisible, nothing that turns its end around. */
export function safeFileName(name: string, extension: string): string {
  const plain = name
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}/\\:*?"<>|]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/^[. ]+/, "");
  const ending = `.${extension}`;
  const stem = plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain;
  const short = Array.from(stem)
    .slice(0, LONGEST)
    .join("")
    .replace(/[ .]+$/, "");
  return `${short || "file"}${ending}`;
}

/** RFC 6266: to be saved under a name, in letters that every program knows and, for those that can, as it is. */
export function attachmentUnder(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll(/[^\w.\- ]+/g, "-");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
