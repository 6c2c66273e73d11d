import { expect, test } from "vitest";
import { apiDocument } from "~/hr/api/api-document";
import { findRoutes } from "../../security/access/extracted";

const document = JSON.parse(JSON.stringify(apiDocument("https://hourbook.example"))) as {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, { responses: Record<string, unknown>; security: unknown }>>;
  components: { schemas: Record<string, { additionalProperties?: boolean }> };
};

test("the description is OpenAPI 3.1, of this Hourbook's address, and every call needs a token", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(document.servers).toEqual([{ url: "https://hourbook.example/api/hr/v1" }]);
  const calls = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(calls.filter(({ security }) => !security)).toEqual([]);
  expect(calls.filter(({ responses }) => !("401" in responses && "429" in responses))).toEqual([]);
});

test("answers may gain fields without breaking a client; questions with unknown fields are refused", () => {
  expect(document.components.schemas.CreditEvent!.additionalProperties).toBeUndefined();
  expect(document.components.schemas.Acknowledgement!.additionalProperties).toBe(false);
});

test("every address of the API is described, and every described address is there", async () => {
  const { routes, find } = await findRoutes();
  const described = Object.keys(document.paths).map((path) => `/api/hr/v1${path.replace("{id}", "x")}`);
  const found = described.map((path) => find(path)?.name);
  const ours = routes.map(({ name }) => name).filter((name) => name.startsWith("api/v1.") && !name.includes("openapi"));
  expect(found.toSorted()).toEqual(ours.toSorted());
});
