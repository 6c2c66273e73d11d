import { z } from "zod";
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import type { ApiScope } from "./api-token";
import {
  acknowledgedAnswer,
  acknowledgementSchema,
  creditsAnswer,
  creditsQuery,
  exportPath,
  exportsAnswer,
  exportsQuery,
  peopleAnswer,
  peopleQuery,
  problemSchema,
  tokenAnswer,
} from "./api-schema";

const FAILURES: Record<number, string> = {
  400: "What was asked for cannot be read: a cursor, a limit, an unknown field",
  401: "No token, an unknown one, or one that expired or was revoked",
  403: "The token does not open this",
  404: "Nothing of yours has that number",
  405: "This address takes other methods; `Allow` names them",
  406: "`Accept` leaves out what this address answers with",
  415: "The body is not JSON",
  429: "Too many requests; `Retry-After` says how long to wait",
  503: "Busy; `Retry-After` says how long to wait",
};

const failures = (...statuses: number[]): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      { description: FAILURES[status]!, content: { "application/problem+json": { schema: problemSchema } } },
    ]),
  );

const ALWAYS = [400, 401, 403, 405, 406, 429, 503];

const HEADERS = z.object({
  ETag: z.string().meta({ description: "Send it as `If-None-Match`: 304 where nothing changed" }),
  RateLimit: z
    .string()
    .meta({ description: "How often this token may still ask (`r`), and for how many seconds (`t`)" }),
});

const json = (description: string, schema: z.ZodType) => ({
  description,
  headers: HEADERS,
  content: { "application/json": { schema } },
});

const SAME = { "304": { description: "Nothing changed since the ETag that was sent" } };
/** The scheme and the scope that it needs; OpenAPI 3.1 lets a scheme that is not OAuth name roles so. */
const ofScope = (...scopes: ApiScope[]) => [{ token: scopes }];

const PATHS: ZodOpenApiPathsObject = {
  "/credits": {
    get: {
      operationId: "listCredits",
      summary: "What became of your people’s credits since a cursor",
      description:
        "Events in order: posted, corrected, withdrawn. Scope: credits. Nothing is ever added behind a cursor that was given, so following `next` misses nothing. Store by `credit`: a later event of the same one takes the place of the earlier.",
      security: ofScope("credits"),
      requestParams: { query: creditsQuery },
      responses: { "200": json("Events, oldest first", creditsAnswer), ...SAME, ...failures(...ALWAYS) },
    },
  },
  "/acknowledgement": {
    get: {
      operationId: "getAcknowledgement",
      summary: "How far this token acknowledged",
      description: "Scope: credits.",
      security: ofScope("credits"),
      responses: { "200": json("The last cursor", acknowledgedAnswer), ...SAME, ...failures(...ALWAYS) },
    },
    put: {
      operationId: "acknowledge",
      summary: "Acknowledge up to here",
      description:
        "Says that everything up to a cursor is in your books. Scope: credits. Say it as often as you like: it never moves back. `since=acknowledged` then goes on from there.",
      security: ofScope("credits"),
      requestBody: { required: true, content: { "application/json": { schema: acknowledgementSchema } } },
      responses: {
        "200": {
          description: "What is acknowledged now",
          content: { "application/json": { schema: acknowledgedAnswer } },
        },
        ...failures(...ALWAYS, 415),
      },
    },
  },
  "/people": {
    get: {
      operationId: "listPeople",
      summary: "Your people, with their time with you",
      description: "In the order of their ids. Scope: people.",
      security: ofScope("people"),
      requestParams: { query: peopleQuery },
      responses: { "200": json("People", peopleAnswer), ...SAME, ...failures(...ALWAYS) },
    },
  },
  "/exports": {
    get: {
      operationId: "listExports",
      summary: "Your exports, newest first",
      description: "Scope: exports.",
      security: ofScope("exports"),
      requestParams: { query: exportsQuery },
      responses: { "200": json("Exports", exportsAnswer), ...SAME, ...failures(...ALWAYS) },
    },
  },
  "/exports/{id}/file": {
    get: {
      operationId: "getExportFile",
      summary: "The file of an export, byte for byte",
      description: "Scope: exports. The ETag is its SHA-256.",
      security: ofScope("exports"),
      requestParams: { path: exportPath },
      responses: {
        "200": {
          description: "The file, as CSV or XLSX",
          content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
        },
        ...SAME,
        ...failures(...ALWAYS, 404),
      },
    },
  },
  "/token": {
    get: {
      operationId: "getToken",
      summary: "What this token is",
      description: "Any token. A good first call.",
      security: ofScope(),
      responses: { "200": json("The token", tokenAnswer), ...SAME, ...failures(...ALWAYS) },
    },
  },
};

/** The API in OpenAPI 3.1, made from the schemas that its answers and questions have. */
export const apiDocument = (origin: string) =>
  createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Hourbook for payroll and HR",
        version: "1",
        description:
          "What HR of a district sees, for its payroll and HR systems. Read-only but for the acknowledgement. Codes are text: keep their zeros.",
      },
      servers: [{ url: `${origin}/api/hr/v1` }],
      paths: PATHS,
      components: {
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            description: "A token of a district, which its HR makes at /hr/api",
          },
        },
      },
    },
    { override: plainly },
  );

/** Leaves out what only our own checks need: answers may grow, and how a day looks is said by its format. */
const plainly: NonNullable<CreateDocumentOptions["override"]> = ({ jsonSchema, io }) => {
  if (io === "output") delete jsonSchema.additionalProperties;
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

export type ApiDocument = ReturnType<typeof apiDocument>;
