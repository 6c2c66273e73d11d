import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { createElement } from "react";
import { expect, test } from "vitest";
import * as entry from "~/entry.server";

/** The smallest application: one page, which our entry renders. */
const build = {
  entry: { module: entry },
  routes: { root: { id: "root", path: "", module: { default: () => createElement("html") } } },
  assets: { entry: { module: "", imports: [] }, routes: { root: { id: "root", path: "" } }, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "",
  basename: "/",
  future: { v3_singleFetch: true },
  isSpaMode: false,
  mode: "production",
} as unknown as ServerBuild;

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

test("a page that was sent is forgotten at once, and not only when the longest page would have been given up", async () => {
  const handle = createRequestHandler(build, "production");
  const show = async () => {
    const nonce = { of: "this page" };
    const answer = await handle(new Request("http://hourbook.test/"), { nonce: nonce as unknown as string });
    expect(await answer.text()).toContain("<html");
    return new WeakRef(nonce);
  };
  const shown = await Promise.all(Array.from({ length: 5 }, show));
  await new Promise((resolve) => setTimeout(resolve, 50));
  collectGarbage();
  expect(shown.filter((each) => each.deref() !== undefined)).toHaveLength(0);
});
