/** An element of an SVG file. Text between elements is left out. */
export interface SvgElement {
  name: string;
  attributes: Record<string, string>;
  children: SvgElement[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const MAX_DEPTH = 50;

/**
 * Reads the elements of an SVG file; null when it is not well-formed, holds a document type (in which entities hide), or
 * nests deeper than any drawing needs to.
 */
export function readElements(source: string): SvgElement | null {
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/i.test(source)) return null;
  const top: SvgElement = { name: "", attributes: {}, children: [] };
  const open = [top];
  for (const [, closing, name, attributes = "", empty] of source.matchAll(TOKEN)) {
    if (!name) continue;
    if (closing) {
      if (open.pop()?.name !== name || open.length === 0) return null;
      continue;
    }
    const element = { name, attributes: readAttributes(attributes), children: [] };
    open.at(-1)!.children.push(element);
    if (!empty) open.push(element);
    if (open.length > MAX_DEPTH) return null;
  }
  // What the pattern passed over must be text; a stray angle bracket means that something was not understood.
  if (open.length !== 1 || top.children.length !== 1 || source.replace(TOKEN, "").includes("<")) return null;
  return top.children[0]!;
}

function readAttributes(source: string): Record<string, string> {
  const found = source.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...found].map(([, name = "", double, single]) => [name, double ?? single ?? ""]));
}
