import { matchRoutes } from "@remix-run/react";
import { describe, expect, test } from "vitest";
import { pageOf, type RouteEntry, routesNeeded, treeOf } from "~/platform/serving/page-routes";
import { randomUUID } from "node:crypto";

const ROUTES: RouteEntry[] = [
  { id: "root", path: "" },
  { id: "home", parentId: "root", index: true },
  { id: "catalog", parentId: "root", path: "catalog" },
  { id: "offerings", parentId: "root", path: "offerings", index: true },
  { id: "offering", parentId: "root", path: "offerings/:id" },
  { id: "new", parentId: "root", path: "offerings/new" },
  { id: "seat", parentId: "root", path: "offerings/:id/seats/:seat" },
  { id: "all", parentId: "root", path: "files/*" },
];

const tree = treeOf(ROUTES);
const needed = routesNeeded(tree);

describe("the routes that a page needs are those of its address and of each address above", () => {
  const id = randomUUID();
  test.each([
    ["/", ["home", "root"]],
    ["/catalog", ["catalog", "home", "root"]],
    ["/catalog.data", ["catalog", "home", "root"]],
    ["/_root.data", ["home", "root"]],
    [`/offerings/${id}`, ["home", "offering", "offerings", "root"]],
    ["/offerings/new", ["home", "new", "offerings", "root"]],
    [`/offerings/${id}/seats/7`, ["home", "offering", "offerings", "root", "seat"]],
    ["/files/a/b", ["all", "home", "root"]],
    ["/nowhere", ["home", "root"]],
  ])("%s", (pathname, ids) => {
    expect(needed(pathname)).toEqual(ids);
    // Remembered, it is the same.
    expect(needed(pathname)).toEqual(ids);
  });
});

test("the router finds the same page among the few as among all", () => {
  for (const pathname of ["/", "/catalog", `/offerings/${randomUUID()}`, "/offerings/new", "/offerings/x/seats/new"]) {
    const few = treeOf(ROUTES.filter((route) => needed(pathname).includes(route.id)));
    const leaf = (among: typeof tree) => matchRoutes(among, pathname)?.at(-1)?.route.id;
    expect([pathname, leaf(few)]).toEqual([pathname, leaf(tree)]);
  }
});

test("the address of a page's data names the page", () => {
  expect([pageOf("/catalog.data"), pageOf("/_root.data"), pageOf("/data")]).toEqual(["/catalog", "/", "/data"]);
});
