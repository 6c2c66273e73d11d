import { Form, Link, NavLink, useLocation, useNavigation } from "@remix-run/react";
import { ChevronDown, Menu as MenuIcon, Search } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { Mark } from "./Mark";
import { Menu } from "./Menu";
import { ThemeToggle } from "./ThemeToggle";
import { Toast, type ToastMessage } from "./Toast";

/** A place in the bar: a desk, or a public page. */
export interface Desk {
  label: string;
  to: string;
}

interface FrameProps {
  /** Who is signed in; null for a visitor. */
  person: { name: string } | null;
  desks: Desk[];
  /** The present desk's own navigation: a `DeskNav`. */
  deskNav?: ReactNode;
  toast?: ToastMessage | null;
  /** A line above everything, for instance that this is a demo. */
  banner?: ReactNode;
  children: ReactNode;
}

const footerLinks: Desk[] = [
  { label: "Catalog", to: "/catalog" },
  { label: "Verify a document", to: "/verify" },
  { label: "About clock hours", to: "/about-hours" },
  { label: "Accessibility", to: "/accessibility" },
];

/** Everything around a page: skip link, bar, desk navigation, toast, footer. */
export function Frame({ person, desks, deskNav, toast, banner, children }: FrameProps) {
  useFocusAfterMove();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-24 rounded-lg bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <Waiting />
      {banner ? (
        <div
          role="region"
          aria-label="About this site"
          className="no-print bg-attention-tint px-4 py-2 text-center text-[0.9375rem]"
        >
          {banner}
        </div>
      ) : null}
      <Bar person={person} desks={desks} />
      {deskNav}
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Toast toast={toast} />
      <Footer />
    </div>
  );
}

/** Focus goes to the heading after a move to another page, and after an action that took away what had it. */
function useFocusAfterMove() {
  const { pathname, hash } = useLocation();
  const idle = useNavigation().state === "idle";
  const lastPath = useRef(pathname);
  const lastFocused = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      if (event.target instanceof Element) lastFocused.current = event.target;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    if (!idle) return;
    const moved = lastPath.current !== pathname && hash === "";
    lastPath.current = pathname;
    const lost = lastFocused.current?.isConnected === false && document.activeElement === document.body;
    if (lost) lastFocused.current = null;
    const placed = document.activeElement?.closest("main [role=alert], [role=alertdialog]");
    if ((moved && !placed) || lost) focusHeading();
  }, [idle, pathname, hash]);
}

function focusHeading() {
  const target = document.getElementById("page-title") ?? document.getElementById("main");
  target?.focus({ preventScroll: true });
}

/** A thin line along the top while a page is fetched; shows only if that takes a while. */
function Waiting() {
  const waiting = useNavigation().state !== "idle";
  return (
    <div aria-hidden className="no-print fixed inset-x-0 top-0 z-50 h-1 overflow-hidden">
      {waiting ? <div className="travel h-full w-2/5 -translate-x-full bg-attention" /> : null}
    </div>
  );
}

const barLink =
  "flex min-h-11 items-center rounded-lg px-3 text-on-bar-soft outline-on-bar hover:bg-white/10 hover:text-on-bar aria-[current]:font-semibold aria-[current]:text-on-bar";

function Bar({ person, desks }: { person: FrameProps["person"]; desks: Desk[] }) {
  return (
    <header className="no-print top-0 z-30 bg-bar text-on-bar md:[@media(min-height:36rem)]:sticky">
      <div className="mx-auto flex min-h-15 max-w-7xl items-center gap-x-2 px-4 sm:px-6 lg:gap-x-4">
        <Link
          to="/"
          className="-ml-1 flex min-h-11 shrink-0 items-center gap-2.5 rounded-lg px-1 text-xl font-bold tracking-[-0.02em] outline-on-bar"
        >
          <Mark size={30} />
          Hourbook
        </Link>
        <SearchForm className="ml-2 hidden w-full max-w-72 md:block" />
        <nav aria-label="Main" className="ml-auto hidden lg:block">
          <ul className="flex items-center">
            {desks.map((desk) => (
              <li key={desk.to}>
                <NavLink to={desk.to} className={barLink}>
                  {desk.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex items-center lg:ml-0">
          <ThemeToggle className="text-on-bar outline-on-bar hover:bg-white/10" />
          <div className="hidden lg:block">{person ? <AccountMenu name={person.name} /> : <VisitorLinks />}</div>
          <PhoneMenu person={person} desks={desks} />
        </div>
      </div>
    </header>
  );
}

function SearchForm({ className }: { className?: string }) {
  return (
    <Form method="get" action="/catalog" role="search" aria-label="Courses" className={className}>
      <div className="relative">
        <Search aria-hidden size={18} className="absolute top-1/2 left-3 -translate-y-1/2 text-on-bar-soft" />
        <input
          type="search"
          name="q"
          aria-label="Search courses"
          placeholder="Search courses"
          className="min-h-11 w-full rounded-lg border border-bar-line bg-white/8 pr-3 pl-10 text-on-bar outline-on-bar placeholder:text-on-bar-soft"
        />
      </div>
    </Form>
  );
}

const panelLook = "rounded-lg border border-line bg-raised text-ink shadow-[0_10px_32px_var(--shade)]";
const panelLink =
  "flex min-h-11 w-full items-center rounded-md px-3 text-left -outline-offset-2 hover:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent";

function AccountMenu({ name }: { name: string }) {
  return (
    <Menu
      className="relative"
      summaryClass="flex min-h-11 items-center gap-1.5 rounded-lg px-3 text-on-bar outline-on-bar hover:bg-white/10"
      panelClass={`absolute right-0 top-full mt-2 w-60 p-2 ${panelLook}`}
      label={
        <>
          <span className="sr-only">Account of </span>
          <span className="max-w-44 truncate">{name}</span>
          <ChevronDown aria-hidden size={18} />
        </>
      }
    >
      <AccountItems />
    </Menu>
  );
}

function AccountItems() {
  return (
    <>
      <NavLink to="/profile" className={panelLink}>
        Profile
      </NavLink>
      <NavLink to="/mail-preferences" className={panelLink}>
        Messages
      </NavLink>
      <Form method="post" action="/sign-out">
        <button type="submit" className={panelLink}>
          Sign out
        </button>
      </Form>
    </>
  );
}

function VisitorLinks() {
  return (
    <div className="flex items-center gap-1">
      <NavLink to="/sign-in" className={barLink}>
        Sign in
      </NavLink>
      <NavLink
        to="/sign-up"
        className="flex min-h-11 items-center rounded-lg border border-bar-line px-4 font-semibold text-on-bar outline-on-bar hover:bg-white/10"
      >
        Create an account
      </NavLink>
    </div>
  );
}

/** The whole bar's content behind one button, where the bar has no room. */
function PhoneMenu({ person, desks }: { person: FrameProps["person"]; desks: Desk[] }) {
  const visitor: Desk[] = [
    { label: "Sign in", to: "/sign-in" },
    { label: "Create an account", to: "/sign-up" },
  ];
  return (
    <Menu
      className="relative lg:hidden"
      summaryClass="flex min-h-11 items-center gap-2 rounded-lg px-3 font-semibold outline-on-bar hover:bg-white/10 -mr-3"
      panelClass={`absolute right-0 top-full mt-2 w-72 max-w-[calc(100vw-2rem)] max-h-[80dvh] overflow-y-auto p-2 ${panelLook}`}
      label={
        <>
          <MenuIcon aria-hidden size={20} />
          Menu
        </>
      }
    >
      <Form
        method="get"
        action="/catalog"
        role="search"
        aria-label="Courses, from the menu"
        className="mb-2 flex gap-2 md:hidden"
      >
        <input type="search" name="q" aria-label="Search courses" placeholder="Search courses" className="input" />
        <button type="submit" className="button" data-variant="secondary">
          <Search aria-hidden size={18} />
          <span className="sr-only">Search</span>
        </button>
      </Form>
      <nav aria-label="Main, from the menu">
        {[...desks, ...(person ? [] : visitor)].map((desk) => (
          <NavLink key={desk.to} to={desk.to} className={panelLink}>
            {desk.label}
          </NavLink>
        ))}
      </nav>
      {person ? (
        <div className="mt-2 border-t border-line pt-2">
          <p className="truncate px-3 py-1 text-[0.9375rem] text-soft">{person.name}</p>
          <AccountItems />
        </div>
      ) : null}
    </Menu>
  );
}

function Footer() {
  return (
    <footer className="no-print border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center justify-between gap-x-8 gap-y-2 px-4 py-6 sm:px-6">
        <p className="text-[0.9375rem] text-soft">Hourbook · professional learning and clock hours</p>
        <ul className="flex flex-wrap gap-x-6">
          {footerLinks.map((link) => (
            <li key={link.to}>
              <Link
                to={link.to}
                className="link inline-flex items-center py-1 text-[0.9375rem] pointer-coarse:min-h-11"
              >
                {link.label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
