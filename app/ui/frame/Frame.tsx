import { Form, NavLink, useLocation, useNavigation } from "@remix-run/react";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { AccountMenu, type Desk, PhoneMenu } from "./BarMenus";
import { ConnectionNotice } from "./ConnectionNotice";
import { Logo } from "./Logo";
import { StaffSearch, StaffSearchLink } from "./StaffSearch";
import { ThemeToggle } from "./ThemeToggle";
import { useFocusAfterMove } from "./use-focus-after-move";
import { Toast, type ToastMessage } from "./Toast";
import { wayIn } from "./way-in";
import { Link } from "~/ui/Link";

interface FrameProps {
  /** Who is signed in; null for a visitor. */
  person: { name: string } | null;
  desks: Desk[];
  /** Whether the search in the bar is the one for staff, of everything; else it is that of the catalog. */
  searchesAll: boolean;
  /** The present desk's own navigation: a `DeskNav`. */
  deskNav?: ReactNode;
  toast?: ToastMessage | null;
  /** What can still be called off; stays in sight above the foot. */
  started?: ReactNode;
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
export function Frame({ person, desks, searchesAll, deskNav, toast, started, banner, children }: FrameProps) {
  useFocusAfterMove();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="no-print fixed top-2 left-2 z-50 -translate-y-24 rounded-lg bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
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
      <Bar person={person} desks={desks} searchesAll={searchesAll} />
      {deskNav}
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Toast toast={toast} />
      {started}
      <ConnectionNotice />
      <Footer />
    </div>
  );
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

function Bar({ person, desks, searchesAll }: Pick<FrameProps, "person" | "desks" | "searchesAll">) {
  return (
    <header className="no-print top-0 z-30 bg-bar text-on-bar md:[@media(min-height:36rem)]:sticky">
      <div className="mx-auto flex min-h-15 max-w-7xl items-center gap-x-2 px-4 sm:px-6 lg:gap-x-4">
        <Link
          to="/"
          className="-ml-1 flex min-h-11 shrink-0 items-center gap-2.5 rounded-lg px-1 text-xl font-bold tracking-[-0.02em] outline-on-bar"
        >
          <Logo size={30} />
          Hourbook
        </Link>
        {searchesAll ? <StaffSearch /> : <SearchForm className="ml-2 hidden w-full max-w-72 md:block" />}
        <nav aria-label="Main" className="ml-auto hidden lg:block">
          <ul className="flex items-center">
            <li>
              <NavLink to="/catalog" className={barLink}>
                Catalog
              </NavLink>
            </li>
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
          {searchesAll ? <StaffSearchLink /> : null}
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
          aria-label="Search the catalog"
          placeholder="Search the catalog"
          className="min-h-11 w-full rounded-lg border border-bar-line bg-white/8 pr-3 pl-10 text-on-bar outline-on-bar placeholder:text-on-bar-soft"
        />
      </div>
    </Form>
  );
}

function VisitorLinks() {
  const here = useLocation();
  return (
    <div className="flex items-center gap-1">
      <NavLink to={wayIn("/sign-in", here)} className={barLink}>
        Sign in
      </NavLink>
      <NavLink
        to={wayIn("/sign-up", here)}
        className="flex min-h-11 items-center rounded-lg border border-bar-line px-4 font-semibold text-on-bar outline-on-bar hover:bg-white/10"
      >
        Create an account
      </NavLink>
    </div>
  );
}

/** The id of what ends each page. */
export const FOOT = "foot";

function Footer() {
  return (
    <footer id={FOOT} className="no-print border-t border-line bg-sunken">
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
