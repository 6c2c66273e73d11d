import { parseXml, type XmlElement } from "@rgrove/parse-xml";

/** An element of an SVG file. Text between elements is left out. */
export interface SvgElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: SvgElement[];
}

const MAX_DEPTH = 50;

/**
 * Reads the elements of an SVG file; null when it is not well-formed, holds a document type (in which entities hide), or
 * nests deeper than any drawing needs to.
 */
export function readElements(source: string): SvgElement | null {
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/i.test(source)) return null;
  try {
    const { root } = parseXml(source);
    return root && convert(root, 1);
  } catch {
    return null;
  }
}

function convert({ name, attributes, children }: XmlElement, depth: number): SvgElement | null {
  if (depth > MAX_DEPTH) return null;
  const inner = children
    .filter((child): child is XmlElement => child.type === "element")
    .map((child) => convert(child, depth + 1));
  if (inner.includes(null)) return null;
  return { name, attributes: new Map(Object.entries(attributes)), children: inner as SvgElement[] };
}
