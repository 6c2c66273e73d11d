import type { z } from "zod";

/** Which fields a form can have: a single value, rows of something, a group of named fields, or answers by an id. */
type Shape =
  | { kind: "value" }
  | { kind: "list"; of: Shape; most: number }
  | { kind: "group"; fields: ReadonlyMap<string, Shape> }
  | { kind: "answers"; of: Shape };

/** More rows than any page shows, where the schema names no number of its own. */
const MOST_ROWS = 500;
const LONGEST_NAME = 200;

const VALUE: Shape = { kind: "value" };
/** `rows[3].start` in pieces: a word, an index, or a word behind a dot. */
const PIECE = /^(?:\.?([A-Za-z][\w-]*)|\[(\d{1,4})\])/;
/** What an answer may be filed under: an id. */
const ANSWER_KEY = /^[\w-]{1,64}$/;

/** Tells, of the name of a posted field, whether a form of this schema has such a field. Names are input, too. */
export function namesOf(schema: z.core.$ZodType): (name: string) => boolean {
  const shape = shapeOf(schema);
  return (name) => name.length <= LONGEST_NAME && fits(name, shape, true);
}

/** The values that a schema's field of this name can have, in every alternative; for fields of fixed words (`intent`). */
export function wordsOfField(schema: z.core.$ZodType, name: string): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "union") return def.options.flatMap((option) => wordsOfField(option, name));
  if (def.type === "pipe") return wordsOfField(def.in, name);
  if (def.type !== "object") return [];
  const named = def.shape[name] as z.core.$ZodTypes | undefined;
  const field = named?._zod.def.type === "default" ? (named._zod.def.innerType as z.core.$ZodTypes) : named;
  if (field?._zod.def.type === "literal") return field._zod.def.values.map(String);
  if (field?._zod.def.type === "enum") return Object.values(field._zod.def.entries).map(String);
  return [];
}

function fits(rest: string, shape: Shape, atStart: boolean): boolean {
  if (rest === "") return shape.kind === "value" || shape.kind === "list";
  if (shape.kind === "answers") return !atStart && fitsAnswer(rest, shape.of);
  const [piece, word, index] = PIECE.exec(rest) ?? [];
  if (piece === undefined || (word !== undefined && piece.startsWith(".") === atStart)) return false;
  const after = rest.slice(piece.length);
  if (shape.kind === "list") return index !== undefined && Number(index) < shape.most && fits(after, shape.of, false);
  if (shape.kind === "group" && word !== undefined) {
    const field = shape.fields.get(word);
    return field !== undefined && fits(after, field, false);
  }
  return false;
}

function fitsAnswer(rest: string, of: Shape): boolean {
  const key = rest.slice(1);
  return rest.startsWith(".") && ANSWER_KEY.test(key) && !Object.hasOwn(Object.prototype, key) && of.kind === "value";
}

function shapeOf(schema: z.core.$ZodType): Shape {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return group(Object.entries(def.shape).map(([name, field]) => [name, shapeOf(field)]));
    case "array":
      return { kind: "list", of: shapeOf(def.element), most: mostOf(def) };
    case "record":
      return { kind: "answers", of: shapeOf(def.valueType) };
    case "union":
      return merge(def.options.map(shapeOf));
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      return shapeOf(def.innerType);
    case "pipe":
      // What is posted goes into the first step that is a schema; a transformation before it takes anything.
      return shapeOf((def.in as z.core.$ZodTypes)._zod.def.type === "transform" ? def.out : def.in);
    default:
      return VALUE;
  }
}

/** The `max` of an array's schema. */
function mostOf({ checks = [] }: z.core.$ZodArrayDef): number {
  const longest = checks.map((check) => check._zod.def as z.core.$ZodCheckMaxLengthDef);
  return longest.find(({ check }) => check === "max_length")?.maximum ?? MOST_ROWS;
}

const group = (fields: [string, Shape][]): Shape => ({ kind: "group", fields: new Map(fields) });

/** One page posts several forms: the fields of all of them. */
function merge(shapes: Shape[]): Shape {
  const groups = shapes.filter((shape) => shape.kind === "group");
  if (groups.length === 0) return shapes[0] ?? VALUE;
  return group(groups.flatMap(({ fields }) => [...fields]));
}
