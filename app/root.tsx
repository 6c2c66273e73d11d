import publicSans from "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?url";
import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useCallback, useEffect, type ReactNode } from "react";
import styles from "~/app.css?url";
import { findLeaving, forgetDoor } from "~/attendance/door/leaving";
import { deskAt, desksOf, roomAt } from "~/desks/desk-plan";
import { listInSight } from "~/desks/started/started-action.server";
import { StartedBar } from "~/desks/started/StartedBar";
import { getContext, listMyGrants } from "~/people/roles/permission.server";
import { canSearch } from "~/people/roles/role";
import { env, origin } from "~/platform/env.server";
import { referenceIn } from "~/platform/http/failure";
import { useNonce } from "~/ui/frame/nonce";
import { takeToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { AloneFrame } from "~/ui/frame/AloneFrame";
import { DeskNav } from "~/ui/frame/DeskNav";
import { FOOT, Frame } from "~/ui/frame/Frame";
import { Page } from "~/ui/frame/Page";
import { keepSent, KeptForms } from "~/ui/keeping/KeptForms";
import { scrollKeyOf } from "~/ui/lists/way-back";
import { readTheme } from "~/ui/frame/theme";
import { FindLeaving, NOTHING_KEPT } from "~/ui/frame/unsent";

export const links: LinksFunction = () => [
  { rel: "preload", href: publicSans, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

export const meta: MetaFunction = ({ error }) => [{ title: error ? `${explain(error).title} · Hourbook` : "Hourbook" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const { toast, headers } = await takeToast(request);
  const grants = listMyGrants(ctx);
  return data(
    {
      person: ctx.actor && { id: ctx.actor.personId, name: ctx.actor.name },
      desks: ctx.actor ? desksOf(grants) : [],
      searches: canSearch(grants.map(({ role }) => role)),
      theme: readTheme(request.headers.get("Cookie")),
      demo: env.HOURBOOK_MODE === "demo",
      reference: ctx.requestId,
      origin,
      started: ctx.actor ? listInSight({ ...ctx, actor: ctx.actor }) : [],
      now: ctx.actor ? ctx.now : 0,
      toast,
    },
    { headers },
  );
}

/** Whether the page stands without the site and holds nothing of whoever looks; "locked" where nothing may lead away from it. */
function useAlone(): true | "locked" | null {
  const handles = useMatches().map(({ handle }) => handle as { isAlone?: true | "locked" } | undefined);
  return handles.find((handle) => handle?.isAlone)?.isAlone ?? null;
}

/** The document: what every page and every error page stands in. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  const alone = useAlone();
  return (
    <html lang="en-US" data-theme={root?.theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {alone ? null : <link rel="manifest" href="/manifest.webmanifest" />}
        {/* The first paint waits for the whole page, which is small: what it shows does not move as the rest arrives. */}
        {alone ? null : <link rel="expect" href={`#${FOOT}`} {...{ blocking: "render" }} />}
      </head>
      <body>
        {alone ? <AloneFrame isLocked={alone === "locked"}>{children}</AloneFrame> : <Framed>{children}</Framed>}
        <ScrollRestoration nonce={nonce} getKey={scrollKeyOf} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** The bar, the desks and the foot that stand around nearly every page. */
function Framed({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  const fronts = root?.desks.map(({ to }) => to) ?? [];
  const desk = root?.person ? deskAt(pathname, fronts) : null;
  const personId = root?.person?.id;
  const findMine = useCallback(() => (personId ? findLeaving(personId) : Promise.resolve(NOTHING_KEPT)), [personId]);
  return (
    <FindLeaving.Provider value={findMine}>
      <Frame
        person={root?.person ?? null}
        desks={root?.desks ?? []}
        searchesAll={root?.searches ?? false}
        deskNav={
          desk && desk.items.length > 1 ? (
            <DeskNav label={desk.label} items={desk.items} current={roomAt(pathname, desk)} />
          ) : undefined
        }
        toast={root?.toast}
        started={root?.person ? <StartedBar actions={root.started} now={root.now} /> : undefined}
        banner={root?.demo ? "This is a demonstration. Every person in it is invented." : undefined}
      >
        {children}
      </Frame>
    </FindLeaving.Provider>
  );
}

export default function App() {
  const { person } = useLoaderData<typeof loader>();
  // Nothing is typed into a page that stands alone which the tab keeps, and its addresses change without the router.
  if (useAlone()) return <Outlet />;
  return (
    <KeptForms owner={person?.id ?? null} forgets={forgetDoor}>
      <Outlet />
    </KeptForms>
  );
}

interface Explanation {
  title: string;
  text: string;
}

const NOT_TAKEN: Explanation = {
  title: "This could not be taken",
  text: "What was sent is not what this page asks for. Nothing was changed. Reload the page and try again.",
};

const EXPLANATIONS = new Map<number, Explanation>([
  [400, NOT_TAKEN],
  [
    403,
    {
      title: "You do not have the right to see this",
      text: "Your account lacks the role that this page needs. If you should have it, ask your administrator.",
    },
  ],
  [
    404,
    {
      title: "This page does not exist",
      text: "The address may be mistyped, or what it showed has moved or belongs to somebody else.",
    },
  ],
  [405, { title: "This page cannot do that", text: "Nothing was changed. Go back and use the page’s own buttons." }],
  [413, { title: "That is too large", text: "What you sent is larger than this page takes. Nothing was changed." }],
  [415, NOT_TAKEN],
  [429, { title: "Too many tries", text: "Nothing was changed. Wait some minutes and try again." }],
  [503, { title: "Hourbook is busy", text: "Nothing was changed. Wait a few seconds and try again." }],
]);

const OURS: Explanation = {
  title: "Something went wrong",
  text: "This is our mistake, not yours. Nothing you saved is lost.",
};

/** What the server says of an error of its own that came as it drew the page, and nothing else says. */
const SERVER_ERROR = "Unexpected Server Error";
/** What the framework says of an answer that is none of its own, such as that of a server that fails before any page. */
const NO_ANSWER = "Unable to decode turbo-stream response";

const HERE: Explanation = {
  title: "This page could not be shown",
  text: "Something went wrong in this browser. Nothing you saved is lost. Reload the page; if it happens again, tell your administrator what you did.",
};

/** What an error is, in words, and the reference under which the log has it: one that the error brought, or the page's. */
function explain(error: unknown, ofPage?: string | null): Explanation & { reference: string | null } {
  if (!isRouteErrorResponse(error)) {
    const message = error instanceof Error ? error.message : "";
    const fromServer = message === SERVER_ERROR || message.startsWith(NO_ANSWER);
    return fromServer ? { ...OURS, reference: ofPage ?? null } : { ...HERE, reference: null };
  }
  const reference = referenceIn(error.data);
  if (reference) return { ...OURS, reference };
  const { title, text } = EXPLANATIONS.get(error.status) ?? OURS;
  // The framework's own words are for whoever builds pages.
  const data: unknown = error.data;
  const said = typeof data === "string" && data !== "" && !data.startsWith("Error: ") ? data : null;
  return { title, text: said ?? text, reference: null };
}

/** What people see when something goes wrong: what it was, and a way on. */
export function ErrorBoundary() {
  useEffect(keepSent, []);
  const root = useRouteLoaderData<typeof loader>("root");
  const { title, text, reference } = explain(useRouteError(), root?.reference);
  return (
    <Page title={title} width="narrow">
      <p>{text}</p>
      {reference ? (
        <p className="mt-4">
          If you ask for help, give this reference: <code>{reference}</code>
        </p>
      ) : null}
      <p className="mt-8 flex flex-wrap gap-3">
        <LinkButton to="/catalog">Browse the catalog</LinkButton>
        <LinkButton to="/" variant="secondary">
          Go to the start
        </LinkButton>
      </p>
    </Page>
  );
}
