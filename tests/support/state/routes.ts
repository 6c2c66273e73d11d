import type { LoaderFunctionArgs } from "@remix-run/node";

type Load = (args: LoaderFunctionArgs) => unknown;
interface RouteModule {
  loader?: Load;
}

const modules = import.meta.glob<RouteModule>("../../../app/routes/**/*.{ts,tsx}");

/** Folders whose pages stand under a name of another (app/routes.ts); all others that have none stand at the start. */
const UNDER: Record<string, string> = {
  ...{ microcredentials: "coordinator", reference: "admin" },
  ...{
    salary: "hr/salary",
    overview: "hr/overview",
    renewals: "hr/renewals",
    submitted: "hr/submitted",
    "hr-api": "hr/api",
    api: "api/hr",
  },
};
const AT_START = ["public", "account", "educator", "portfolios", "staff", "services"];

interface Route {
  pattern: RegExp;
  names: string[];
  load: () => Promise<RouteModule>;
}

const routes: Route[] = Object.entries(modules).map(([file, load]) => {
  const [folder = "", name = ""] = file
    .replace("../../../app/routes/", "")
    .replace(/\.tsx?$/, "")
    .split("/");
  const first = AT_START.includes(folder) ? [] : [UNDER[folder] ?? folder];
  const own = name.split(/\.(?![^[]*\])/).filter((part) => part !== "_index");
  const parts = [...first, ...own.map((part) => part.replace(/_$/, "").replaceAll(/[[\]]/g, ""))];
  const names = parts.filter((part) => part.startsWith("$")).map((part) => part.slice(1));
  const source = parts.map((part) => (part.startsWith("$") ? "([^/]+)" : part.replaceAll(".", "\\."))).join("/");
  return { pattern: new RegExp(`^/${source}$`), names, load };
});

/**
 * Loads what the page at an address shows.
 * @throws Error when no page stands there; when it answers with a Response; whatever its loader throws
 */
export async function loadPage(request: Request): Promise<unknown> {
  const { pathname } = new URL(request.url);
  const fitting = routes.flatMap((route) => {
    const found = route.pattern.exec(pathname);
    return found ? [{ ...route, values: found.slice(1) }] : [];
  });
  const [route] = fitting.sort((a, b) => a.values.length - b.values.length);
  if (!route) throw new Error(`No page stands at ${pathname}.`);
  const { loader } = await route.load();
  const params = Object.fromEntries(route.names.map((name, index) => [name, route.values[index]]));
  try {
    return await loader?.({ request, params, context: { nonce: "test" } });
  } catch (thrown) {
    if (thrown instanceof Response) throw new Error(`${pathname} answers ${thrown.status}.`);
    throw thrown;
  }
}
