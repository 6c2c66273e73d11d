import { Link as FollowedLink } from "@remix-run/react";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import {
  createStaticHandler,
  createStaticRouter,
  type StaticHandlerContext,
  StaticRouterProvider,
} from "react-router-dom/server";
import { expect, test } from "vitest";
import { Link } from "~/ui/Link";

type Props = Parameters<typeof Link>[0];

const TheirLink = (props: Props) => <FollowedLink {...props} />;

/** What a link on a page of three matched routes is drawn as: its attributes, in the order of their names. */
async function drawn(Shown: ComponentType<Props>, props: Props) {
  const pages = createStaticHandler([
    { path: "/", children: [{ path: "registrar", children: [{ path: "posted", element: <Shown {...props} /> }] }] },
  ]);
  const context = (await pages.query(
    new Request("http://hourbook.test/registrar/posted?q=maya"),
  )) as StaticHandlerContext;
  const router = createStaticRouter(pages.dataRoutes, context);
  const html = renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
  const [, attributes = "", content] = /^<a((?: [a-z-]+="[^"]*")*)>(.*)<\/a>$/.exec(html) ?? [];
  expect(content).toBe("Field science");
  return attributes.match(/[a-z-]+="[^"]*"/g)!.sort();
}

test.each([
  "/",
  "/catalog",
  "/catalog?q=field%20science&area=stem",
  "/people/01a2255a-f826-7084-86ac-2ab1e7c5fe2d#credits",
  "/sign-in?next=/hours/../people",
  "/sign-in?next=%2Fdesk",
  "/files/name.with.dots",
  "/courses/é ü",
  "/people/../hours",
  "/people/./1",
  "/../hours",
  "//elsewhere.example/a",
  "https://elsewhere.example/a",
  "mailto:somebody@demo.hourbook.example",
  "?sort=name",
  "?",
  "#list",
  "",
  ".",
  "..",
  "new",
  "../claims/1",
])("a link to %s is drawn on the server as the framework draws it", async (to) => {
  for (const props of [
    { to },
    { to, reloadDocument: true },
    { to, preventScrollReset: true, className: "link", title: "A", "aria-current": "page" as const, target: "_blank" },
  ]) {
    const shown = { ...props, children: "Field science" };
    expect(await drawn(Link, shown)).toEqual(await drawn(TheirLink, shown));
  }
});
