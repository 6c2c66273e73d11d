import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";

/** A route that takes posts. */
export interface FormRoute {
  /** As in the address, with `:name` for what differs: `/courses/:id`. */
  path: string;
  /** The names of fields that its schema knows, rows as the first of them; and values that the schema names. */
  names: string[];
  literals: Map<string, string[]>;
}

const ROUTES = "app/routes";
/** Folders whose pages stand under their name (app/routes.ts). */
const DESKS = ["facilitator", "coordinator", "registrar", "hr", "admin"];
/** The name of a schema where a route reads its form. */
const READ = /(?:readForm|readFields)\(request, (\w+)/;

/** Every route's file with its address. */
export function listRoutes(): { file: string; path: string; source: string }[] {
  return readdirSync(ROUTES).flatMap((folder) =>
    readdirSync(path.join(ROUTES, folder)).map((name) => {
      const file = path.join(ROUTES, folder, name);
      const desk = DESKS.includes(folder) ? `/${folder}` : "";
      const address = desk + addressOf(name);
      return { file, path: desk ? address.replace(/\/$/, "") : address, source: readFileSync(file, "utf8") };
    }),
  );
}

/** Every route with an action, with what its schema knows: read off the code, so that none is forgotten. */
export async function listFormRoutes(): Promise<FormRoute[]> {
  const acting = listRoutes().filter(({ source }) => /export (async )?(function|const) action\b/.test(source));
  return Promise.all(
    acting.map(async ({ path, source }) => {
      const schema = await findSchema(source);
      const literals = new Map<string, string[]>();
      return { path, names: schema ? namesIn(schema, literals) : ["file"], literals };
    }),
  );
}

/** `courses.$id_.questions.tsx` is `/courses/:id/questions`. */
function addressOf(name: string): string {
  const bare = name
    .replace(/\.tsx?$/, "")
    .replaceAll(/\[(.)\]/g, (_, letter: string) => (letter === "." ? "\0" : letter));
  const pieces = bare.split(".").filter((piece) => piece !== "_index");
  const path = pieces.map((piece) => piece.replace(/_$/, "").replace(/^\$/, ":")).join("/");
  return `/${path.replaceAll("\0", ".")}`;
}

async function findSchema(source: string): Promise<z.core.$ZodType | null> {
  const name = READ.exec(source)?.[1];
  const from = name && new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`).exec(source)?.[1];
  if (!name || !from) return null;
  const module = (await import(from)) as Record<string, unknown>;
  // A form with a course's own questions is made for them.
  const found = typeof module[name] === "function" ? (module[name] as (given: []) => unknown)([]) : module[name];
  return found as z.core.$ZodType;
}

function namesIn(schema: z.core.$ZodType, literals: Map<string, string[]>, prefix = ""): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const inside = (of: z.core.$ZodType) => namesIn(of, literals, prefix);
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, field]) =>
        namesIn(field, literals, prefix ? `${prefix}.${name}` : name),
      );
    case "array":
      return [prefix, ...namesIn(def.element, literals, `${prefix}[0]`)];
    case "record":
      return [`${prefix}.0190a5e2-7a1f-7000-8000-000000000001`];
    case "union":
      return [...new Set(def.options.flatMap(inside))];
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      return inside(def.innerType);
    case "pipe":
      return inside((def.in as z.core.$ZodTypes)._zod.def.type === "transform" ? def.out : def.in);
    case "literal":
    case "enum": {
      const named = def.type === "literal" ? def.values.map(String) : Object.values(def.entries).map(String);
      literals.set(prefix, [...new Set([...(literals.get(prefix) ?? []), ...named])]);
      return [prefix];
    }
    default:
      return [prefix];
  }
}
