import { readElements, type SvgElement } from "./svg-elements";

/** One outline of a picture: an SVG path, how it is painted, and the transformations around it, outermost first. */
export interface Shape {
  path: string;
  fill: string | null;
  stroke: string | null;
  strokeWidth: number;
  evenOdd: boolean;
  transforms: number[][];
}

/** A picture made of outlines, in a coordinate system of its own. */
export interface Drawing {
  viewBox: { x: number; y: number; width: number; height: number };
  shapes: Shape[];
}

/** A file that is not a plain drawing; the message says why, for whoever uploads it. */
export class UnusableSvg extends Error {}

const DRAWN = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"]);
const SILENT = new Set(["title", "desc", "metadata"]);
const MAX_SHAPES = 2_000;

interface Paint {
  fill: string | null;
  stroke: string | null;
  strokeWidth: number;
  evenOdd: boolean;
  transforms: number[][];
}

/**
 * Reads an SVG that holds outlines only. Scripts, text, pictures, links, styles and anything from elsewhere are refused:
 * what is shown must be all there is, and look the same everywhere.
 * @throws UnusableSvg
 */
export function readDrawing(source: string): Drawing {
  const root = readElements(source);
  if (!root || root.name !== "svg") throw new UnusableSvg("The file is not an SVG drawing.");
  const shapes: Shape[] = [];
  const paint: Paint = { fill: "#000000", stroke: null, strokeWidth: 1, evenOdd: false, transforms: [] };
  walk(root, paintOf(root, paint), shapes);
  if (shapes.length === 0) throw new UnusableSvg("The drawing holds no outlines.");
  return { viewBox: viewBoxOf(root), shapes };
}

function walk(parent: SvgElement, paint: Paint, shapes: Shape[]): void {
  for (const element of parent.children) {
    const own = paintOf(element, paint);
    if (element.name === "g") walk(element, own, shapes);
    else if (DRAWN.has(element.name)) shapes.push({ path: pathOf(element), ...own });
    else if (!SILENT.has(element.name)) {
      throw new UnusableSvg(
        `The drawing holds <${element.name}>. Only outlines can be used: turn text into paths and leave out pictures, styles and scripts.`,
      );
    }
    if (shapes.length > MAX_SHAPES) throw new UnusableSvg(`The drawing has more than ${MAX_SHAPES} outlines.`);
  }
}

/** What would show otherwise on a page than on paper, with the values that change nothing. */
const WITHOUT_EFFECT: ReadonlyMap<string, RegExp> = new Map([
  ["opacity", /^(1(\.0*)?|100%)$/],
  ["fill-opacity", /^(1(\.0*)?|100%)$/],
  ["stroke-opacity", /^(1(\.0*)?|100%)$/],
  ["display", /^(inline|block)$/],
  ["visibility", /^visible$/],
  ["stroke-dasharray", /^none$/],
]);

function paintOf({ attributes }: SvgElement, outer: Paint): Paint {
  for (const name of attributes.keys()) {
    if (/^on/i.test(name) || /href$/i.test(name) || name === "style" || name === "class") {
      throw new UnusableSvg(`The drawing uses “${name}”. Save it as plain SVG with colors as attributes.`);
    }
  }
  for (const [name, harmless] of WITHOUT_EFFECT) {
    const value = attributes.get(name);
    if (value !== undefined && !harmless.test(value.trim())) {
      throw new UnusableSvg(`The drawing uses “${name}”, which paper cannot show. Use full outlines in full colors.`);
    }
  }
  const [fill, stroke, transform] = ["fill", "stroke", "transform"].map((name) => attributes.get(name));
  const width = attributes.get("stroke-width");
  return {
    fill: fill === undefined ? outer.fill : colorOf(fill),
    stroke: stroke === undefined ? outer.stroke : colorOf(stroke),
    strokeWidth: width === undefined ? outer.strokeWidth : numberOf(width),
    evenOdd: (attributes.get("fill-rule") ?? (outer.evenOdd ? "evenodd" : "nonzero")) === "evenodd",
    transforms: transform === undefined ? outer.transforms : [...outer.transforms, ...transformsOf(transform)],
  };
}

const NAMED = new Map([
  ["black", "#000000"],
  ["white", "#ffffff"],
]);

function colorOf(value: string): string | null {
  if (value === "none" || value === "transparent") return null;
  const color = NAMED.get(value) ?? value.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
  if (!/^#[0-9a-f]{6}$/i.test(color))
    throw new UnusableSvg(`The color “${value}” cannot be used; write it as #rrggbb.`);
  return color;
}

function numberOf(value: string | undefined, fallback?: number): number {
  const number = value === undefined ? fallback : Number(value.replace(/px$/, ""));
  if (number === undefined || !Number.isFinite(number))
    throw new UnusableSvg("The drawing has a length that is no number.");
  return number;
}

function viewBoxOf({ attributes }: SvgElement): Drawing["viewBox"] {
  const given = attributes
    .get("viewBox")
    ?.trim()
    .split(/[\s,]+/)
    .map((part) => numberOf(part));
  const [x = 0, y = 0, width, height] = given ?? [
    0,
    0,
    numberOf(attributes.get("width")),
    numberOf(attributes.get("height")),
  ];
  if (!width || !height || width <= 0 || height <= 0)
    throw new UnusableSvg("The drawing has no size: it needs a viewBox.");
  return { x, y, width, height };
}

/** An outline of any kind as a path. */
function pathOf({ name, attributes: a }: SvgElement): string {
  const n = (key: string, fallback = 0) => numberOf(a.get(key), fallback);
  if (name === "path") return checkedPath(a.get("d") ?? "");
  if (name === "rect" && (n("rx") !== 0 || n("ry") !== 0)) {
    throw new UnusableSvg("The drawing has a rectangle with round corners. Turn it into a path.");
  }
  if (name === "rect") return `M${n("x")} ${n("y")}h${n("width")}v${n("height")}h${-n("width")}Z`;
  if (name === "line") return `M${n("x1")} ${n("y1")}L${n("x2")} ${n("y2")}`;
  if (name === "circle") return ovalOf(n("cx"), n("cy"), n("r"), n("r"));
  if (name === "ellipse") return ovalOf(n("cx"), n("cy"), n("rx"), n("ry"));
  return checkedPath(`M${a.get("points") ?? ""}${name === "polygon" ? "Z" : ""}`);
}

const ovalOf = (x: number, y: number, rx: number, ry: number) =>
  `M${x - rx} ${y}A${rx} ${ry} 0 1 0 ${x + rx} ${y}A${rx} ${ry} 0 1 0 ${x - rx} ${y}Z`;

function checkedPath(d: string): string {
  if (!/^\s*[Mm][\s\d.,eE+\-MmLlHhVvCcSsQqTtAaZz]+$/.test(d))
    throw new UnusableSvg("The drawing has an outline that cannot be read.");
  return d;
}

/** Longer than any list of transformations; what reads it takes time by the square of its length. */
const LONGEST_TRANSFORM = 1_000;

function transformsOf(value: string): number[][] {
  if (value.length > LONGEST_TRANSFORM) throw new UnusableSvg("The drawing has a transformation that is too long.");
  return [...value.matchAll(/(\w+)\s*\(([^)]*)\)/g)].map(([, kind, inner]) => {
    const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = (inner ?? "")
      .trim()
      .split(/[\s,]+/)
      .map((part) => numberOf(part));
    if (kind === "matrix") return [a, b ?? 0, c, d, e, f];
    if (kind === "translate") return [1, 0, 0, 1, a, b ?? 0];
    if (kind === "scale") return [a, 0, 0, b ?? a, 0, 0];
    if (kind === "rotate" && b === undefined) {
      const [sin, cos] = [Math.sin((a * Math.PI) / 180), Math.cos((a * Math.PI) / 180)];
      return [cos, sin, -sin, cos, 0, 0];
    }
    throw new UnusableSvg(`The transformation “${kind}” cannot be used.`);
  });
}
