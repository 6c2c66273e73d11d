import { availableParallelism } from "node:os";

/** What is measured again and again: a ratio, or a number of something. */
export interface Figure {
  /** Stands so in docs/performance.md: letters, digits, blanks and commas. */
  name: string;
  value: number;
  /** Which way is better. */
  better: "more" | "less";
  /** What is aimed at: at least, or at most, as `better` says. */
  aim?: number;
  unit?: "MB" | "ms" | "bytes" | "points";
}

/** A figure that is kept, from an earlier run. */
type Kept = Pick<Figure, "name" | "value">;

/** By how much of its value a figure may be worse than what is kept before that is told. */
const TOLERANCE = 0.1;
const HEAD = "| figure | aim | kept | when |";

const taken: Figure[] = [];

/** Prints a figure with its aim and what it is made of, and remembers it for the comparison at the end. */
export function tell(figure: Figure, detail: string): void {
  taken.push(figure);
  const { name, aim, better } = figure;
  const goal = aim === undefined ? "" : `, aim ${better === "more" ? "≥" : "≤"} ${aim}`;
  console.log(`${name}: ${inWords(figure)}${goal} (${detail})`);
}

/** The figures of this run. */
export const takenFigures = (): readonly Figure[] => taken;

/** The figures that a text keeps in its table. */
export function readKept(markdown: string): Kept[] {
  return markdown.split("\n").flatMap((line) => {
    const [, name, , value] = line.split("|").map((cell) => cell.trim());
    const found = /^-?[\d.]+/.exec(value ?? "");
    return name && found ? [{ name, value: Number(found[0]) }] : [];
  });
}

/** Which figures are worse by more than a tenth than what is kept of them, in words. */
export function worseThanKept(figures: readonly Figure[], kept: readonly Kept[]): string[] {
  return figures.flatMap((figure) => {
    const before = kept.find(({ name }) => name === figure.name);
    if (!before || before.value === 0) return [];
    const worse = (figure.value - before.value) / before.value / (figure.better === "more" ? -1 : 1);
    const now = inWords(figure);
    return worse > TOLERANCE
      ? [`${figure.name}: ${now}, kept ${before.value}: worse by ${Math.round(worse * 100)} %`]
      : [];
  });
}

/** The text with these figures in its table; those that were not taken stay as they are. */
export function withKept(markdown: string, figures: readonly Figure[], when: string): string {
  const at = markdown.split("\n");
  const start = at.findIndex((line) => line.replaceAll(/ {2,}/g, " ") === HEAD);
  if (start < 0) throw new Error(`There is no table "${HEAD}".`);
  const end = at.findIndex((line, index) => index > start && !line.startsWith("|"));
  const rows = at.slice(start + 2, end).filter((line) => !figures.some(({ name }) => nameIn(line) === name));
  const machine = `${availableParallelism()} cores, Node ${process.versions.node.split(".")[0]}`;
  const added = figures.map(({ aim, better, ...figure }) => {
    const goal = aim === undefined ? "" : `${better === "more" ? "≥" : "≤"} ${aim}`;
    return `| ${figure.name} | ${goal} | ${inWords(figure)} | ${when}, ${machine} |`;
  });
  const sorted = [...rows, ...added].sort((a, b) => nameIn(a).localeCompare(nameIn(b), "en"));
  return [...at.slice(0, start), HEAD, "| --- | --- | --- | --- |", ...sorted, ...at.slice(end)].join("\n");
}

const nameIn = (line: string): string => line.split("|")[1]!.trim();

function inWords({ value, unit }: Pick<Figure, "value" | "unit">): string {
  return unit ? `${Math.round(value)} ${unit}` : value.toFixed(2);
}
