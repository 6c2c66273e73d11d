import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import type { z } from "zod";
import { matchRoutes } from "@remix-run/react";
import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { wordsOfField } from "~/platform/http/form-names";

const APP = path.resolve("app");

interface RouteModule {
  loader?: LoaderFunction;
  action?: ActionFunction;
  default?: unknown;
}

/** One route as the framework and the code have it. */
export interface FoundRoute {
  name: string;
  /** Where it stands, with its parameters: "/hr/people/:id"; empty for the root. */
  address: string;
  module: RouteModule;
  /** The words that its forms can send as `intent`; none where a form has no such field. */
  intents: string[];
}

const MODULES = import.meta.glob<RouteModule>(["../../../app/root.tsx", "../../../app/routes/**/*.{ts,tsx}"]);

interface PlannedRoute {
  id?: string;
  path?: string;
  index?: boolean;
  file: string;
  children?: PlannedRoute[];
}

/** The routes by the framework's own conventions, with what each exports and which intents its forms know. */
export async function findRoutes(): Promise<{ routes: FoundRoute[]; find: Finder }> {
  // Where the framework's Vite plugin puts it before it reads routes.ts.
  (globalThis as { __remixAppDirectory?: string }).__remixAppDirectory = APP;
  const planned = (await (await import("~/routes")).default) as PlannedRoute[];
  const flat = (parent: string, { file, path: at, children = [] }: PlannedRoute): [string, string][] => {
    const address = at ? `${parent}/${at}` : parent;
    return [[file, address], ...children.flatMap((each) => flat(address, each))];
  };
  const files: [string, string][] = [["root.tsx", ""], ...planned.flatMap((each) => flat("", each))];
  const routes = await Promise.all(files.map(([file, address]) => readRoute(file, address)));
  return { routes: routes.sort((a, b) => a.name.localeCompare(b.name)), find: finderOf(planned) };
}

type Matched = Parameters<typeof matchRoutes>[0][number];

/** Which route answers an address, and what of the address are its parameters; null where none does. */
export type Finder = (pathname: string) => { name: string; params: Record<string, string | undefined> } | null;

function finderOf(planned: PlannedRoute[]): Finder {
  const objectOf = ({ path: at, index, file, children }: PlannedRoute): Matched =>
    ({ id: nameOf(file), path: at, index, children: children?.map(objectOf) }) as Matched;
  const objects = planned.map(objectOf);
  return (pathname) => {
    const match = matchRoutes(objects, pathname)?.at(-1);
    return match ? { name: match.route.id!, params: match.params } : null;
  };
}

const nameOf = (file: string): string => file.replace(/^routes\//, "").replace(/\.tsx?$/, "");

async function readRoute(file: string, address: string): Promise<FoundRoute> {
  const module = await MODULES[`../../../app/${file}`]!();
  const schemas = await findSchemas(path.join(APP, file));
  const intents = [...new Set(schemas.flatMap((each) => wordsOfField(each, "intent")))];
  return { name: nameOf(file), address, module, intents };
}

const READERS = ["readForm", "readFields", "parseForm"];

/** The schemas with which a route reads forms: the second argument of what reads them. */
async function findSchemas(file: string): Promise<z.ZodType[]> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const wanted: { name: string; called: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && READERS.includes(node.expression.getText())) {
      const schema = node.arguments[1]!;
      if (ts.isIdentifier(schema)) wanted.push({ name: schema.text, called: false });
      else if (ts.isCallExpression(schema)) wanted.push({ name: schema.expression.getText(), called: true });
      else throw new Error(`${file} reads a form by a schema that has no name.`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return Promise.all(wanted.map(({ name, called }) => importSchema(source, name, called)));
}

const FORMS = import.meta.glob<Record<string, unknown>>("../../../app/*/**/*.ts");

async function importSchema(source: ts.SourceFile, name: string, called: boolean): Promise<z.ZodType> {
  for (const statement of source.statements.filter(ts.isImportDeclaration)) {
    const names = statement.importClause?.namedBindings;
    if (!names || !ts.isNamedImports(names) || !names.elements.some((each) => each.name.text === name)) continue;
    const target = (statement.moduleSpecifier as ts.StringLiteral).text.replace("~/", "../../../app/");
    const found = (await FORMS[`${target}.ts`]!())[name];
    // A form whose fields depend on data has the same intents without any.
    return (called ? (found as (data: unknown[]) => unknown)([]) : found) as z.ZodType;
  }
  throw new Error(`${source.fileName} reads a form by ${name}, which it does not import.`);
}

/** Addresses that the server answers itself, before any route: `GET /health`, and handlers that have no address. */
export function findAddresses(): string[] {
  const source = ts.createSourceFile("server.ts", readFileSync("server.ts", "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      if (expression.getText() === "app" && /^(use|all|get|post|put|patch|delete|route)$/.test(name.text)) {
        found.push(`${name.text.toUpperCase()} ${describe(node.arguments[0]!)}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function describe(argument: ts.Expression): string {
  if (ts.isStringLiteral(argument)) return argument.text;
  if (ts.isCallExpression(argument)) return argument.expression.getText();
  if (ts.isSatisfiesExpression(argument) || ts.isParenthesizedExpression(argument))
    return describe(argument.expression);
  if (ts.isArrowFunction(argument)) return "a function";
  return argument.getText();
}

/** Files of the application that read the body of a request without the one reader of forms or the one of files. */
export function findBodyReaders(): string[] {
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const reads = /\brequest\.(formData|text|json|arrayBuffer|blob|body)\b/;
  return files.filter((file) => reads.test(readFileSync(path.join(APP, file), "utf8"))).sort();
}

/** The files that anybody can fetch by their names. */
export const findPublicFiles = (): string[] => (existsSync("public") ? readdirSync("public").sort() : []);
