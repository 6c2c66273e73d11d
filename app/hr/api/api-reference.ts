import type { ApiDocument } from "./api-document";

type Json = Record<string, unknown>;

/** One field of an answer or a question, as people read it. */
export interface ReferenceField {
  name: string;
  /** "text or null", "list of CreditEvent". */
  kind: string;
  says: string;
}

/** One call. */
export interface ReferenceCall {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  asks: ReferenceField[];
  /** What a good answer is made of, by its name; null for a file. */
  gives: string | null;
  answers: { status: string; says: string }[];
}

/** The description of the API for people: its calls, and what answers are made of. */
export interface ApiReference {
  calls: ReferenceCall[];
  shapes: { name: string; says: string; fields: ReferenceField[] }[];
}

/** Reads an OpenAPI document of ours; nothing is said that the document does not say. */
export function referenceOf(document: ApiDocument): ApiReference {
  const { paths = {}, components = {} } = document as unknown as { paths: Record<string, Json>; components: Json };
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => callOf(method, path, call as Json)),
  );
  const shapes = Object.entries((components.schemas ?? {}) as Record<string, Json>).map(([name, schema]) => ({
    name,
    says: textOf(schema.description),
    fields: fieldsOf(schema),
  }));
  return { calls, shapes };
}

function callOf(method: string, path: string, call: Json): ReferenceCall {
  const responses = call.responses as Record<string, Json>;
  const body = schemaIn(call.requestBody as Json | undefined, "application/json");
  return {
    id: textOf(call.operationId),
    method: method.toUpperCase(),
    path,
    summary: textOf(call.summary),
    description: textOf(call.description),
    asks: [
      ...((call.parameters ?? []) as Json[]).map((each) => ({
        name: textOf(each.name),
        kind: `${kindOf(each.schema as Json)}, in the ${textOf(each.in)}`,
        says: textOf(each.description),
      })),
      ...(body ? [{ name: "body", kind: kindOf(body), says: "JSON" }] : []),
    ],
    gives: nameOf(schemaIn(responses["200"], "application/json")),
    answers: Object.entries(responses).map(([status, { description }]) => ({ status, says: textOf(description) })),
  };
}

const schemaIn = (said: Json | undefined, type: string): Json | undefined =>
  (said?.content as Record<string, { schema: Json }> | undefined)?.[type]?.schema;

const nameOf = (schema: Json | undefined): string | null =>
  typeof schema?.$ref === "string" ? schema.$ref.split("/").at(-1)! : null;

const fieldsOf = (schema: Json): ReferenceField[] =>
  Object.entries((schema.properties ?? {}) as Record<string, Json>).flatMap(([name, field]) => [
    { name, kind: kindOf(field), says: textOf(field.description) },
    ...fieldsOf((field.items ?? {}) as Json).map((inner) => ({ ...inner, name: `${name}[].${inner.name}` })),
  ]);

const KINDS: Record<string, string> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  null: "null",
  object: "entry",
};
const FORMATS: Record<string, string> = { date: "day", "date-time": "instant", uuid: "id" };

function kindOf(schema: Json): string {
  const named = nameOf(schema);
  if (named !== null) return named;
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Json[]).map(kindOf).join(" or ");
  if (Array.isArray(schema.enum)) return schema.enum.join(", ");
  if (typeof schema.const === "string") return `“${schema.const}”`;
  if (schema.type === "array") return `list of ${kindOf(schema.items as Json)}`;
  if (typeof schema.format === "string" && FORMATS[schema.format]) return FORMATS[schema.format]!;
  return [schema.type]
    .flat()
    .map((type) => KINDS[String(type)] ?? String(type))
    .join(" or ");
}

const textOf = (said: unknown): string => (typeof said === "string" ? said : "");
