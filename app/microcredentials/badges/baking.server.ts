import { crc32, inflateSync } from "node:zlib";
import { parseXml, XmlElement } from "@rgrove/parse-xml";

const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
const KEYWORD = "openbadgecredential";
const PNG_START = Buffer.from("89504e470d0a1a0a", "hex");
const MOST_TEXT = 2_000_000;

/** An SVG with a credential inside, as Open Badges 3.0 section 5.3 says. */
export function bakeSvg(svg: string, credential: string): string {
  // A CDATA section ends at "]]>": what holds that is cut in two sections there.
  const safe = credential.replaceAll("]]>", "]]]]><![CDATA[>");
  const inside = `<openbadges:credential><![CDATA[${safe}]]></openbadges:credential>`;
  return svg.replace(/^<svg /, `<svg xmlns:openbadges="${NAMESPACE}" `).replace(/>/, (end) => `${end}${inside}`);
}

/** The credential inside an SVG; null when there is none or it cannot be read. */
export function unbakeSvg(svg: string): string | null {
  try {
    const { root } = parseXml(svg);
    if (!root) return null;
    const prefixes = Object.entries(root.attributes).flatMap(([name, value]) =>
      value === NAMESPACE && name.startsWith("xmlns:") ? [name.slice("xmlns:".length)] : [],
    );
    const found = root.children.find(
      (child): child is XmlElement =>
        child instanceof XmlElement && prefixes.some((prefix) => child.name === `${prefix}:credential`),
    );
    return found?.text.trim() || null;
  } catch {
    return null;
  }
}

/** A PNG with a credential inside, in an iTXt chunk behind its head (Open Badges 3.0 section 5.3.1). */
export function bakePng(png: Buffer, credential: string): Buffer {
  const afterHead = PNG_START.length + 12 + png.readUInt32BE(PNG_START.length);
  // Keyword, then: not compressed, no language, no translated keyword.
  const data = Buffer.concat([Buffer.from(`${KEYWORD}\0\0\0\0\0`, "latin1"), Buffer.from(credential, "utf8")]);
  return Buffer.concat([png.subarray(0, afterHead), chunk("iTXt", data), png.subarray(afterHead)]);
}

/** The credential inside a PNG; null when there is none or the file is cut off. */
export function unbakePng(png: Buffer): string | null {
  try {
    for (let at = PNG_START.length; at < png.length;) {
      const length = png.readUInt32BE(at);
      const type = png.toString("latin1", at + 4, at + 8);
      const data = png.subarray(at + 8, at + 8 + length);
      if (data.length < length) return null;
      const text = type === "iTXt" ? readText(data) : null;
      if (text !== null) return text;
      at += 12 + length;
    }
    return null;
  } catch {
    return null;
  }
}

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, PNG_START.length).equals(PNG_START);

function readText(data: Buffer): string | null {
  const keywordEnd = data.indexOf(0);
  if (data.toString("latin1", 0, keywordEnd) !== KEYWORD) return null;
  const isCompressed = data.readUInt8(keywordEnd + 1) === 1;
  const languageEnd = data.indexOf(0, keywordEnd + 3);
  const text = data.subarray(data.indexOf(0, languageEnd + 1) + 1);
  return (isCompressed ? inflateSync(text, { maxOutputLength: MOST_TEXT }) : text).toString("utf8");
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
