import { Form, NavLink, useLocation } from "@remix-run/react";
import { ChevronDown, Menu as MenuIcon, Search } from "lucide-react";
import { Menu } from "./Menu";
import { SignOut } from "./SignOut";
import { wayIn } from "./way-in";

/** A place in the bar: a desk, or a public page. */
export interface Desk {
  label: string;
  to: string;
}

const panelLook = "rounded-lg border border-line bg-raised text-ink shadow-[0_10px_32px_var(--shade)]";
const panelLink =
  "flex min-h-11 w-full items-center rounded-md px-3 text-left -outline-offset-2 hover:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent";

/** What a signed-in person does with their account, where the bar has room. */
export function AccountMenu({ name }: { name: string }) {
  return (
    <Menu
      className="relative"
      summaryClass="flex min-h-11 items-center gap-1.5 rounded-lg px-3 text-on-bar outline-on-bar hover:bg-white/10"
      panelClass={`absolute right-0 top-full mt-2 w-60 p-2 ${panelLook}`}
      label={
        <>
          <span className="max-w-44 truncate">{name}</span>
          <span className="sr-only">: your account</span>
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
      <NavLink to="/started" className={panelLink}>
        What you started
      </NavLink>
      <SignOut className={panelLink} />
    </>
  );
}

const CATALOG: Desk = { label: "Catalog", to: "/catalog" };

/** The whole bar's content behind one button, where the bar has no room. */
export function PhoneMenu({ person, desks }: { person: { name: string } | null; desks: Desk[] }) {
  const here = useLocation();
  const visitor: Desk[] = [
    { label: "Sign in", to: wayIn("/sign-in", here) },
    { label: "Create an account", to: wayIn("/sign-up", here) },
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
        <input
          type="search"
          name="q"
          aria-label="Search the catalog"
          placeholder="Search the catalog"
          className="input"
        />
        <button type="submit" className="button" data-variant="secondary">
          <Search aria-hidden size={18} />
          <span className="sr-only">Search</span>
        </button>
      </Form>
      <nav aria-label="Main, from the menu">
        {[CATALOG, ...desks, ...(person ? [] : visitor)].map((desk) => (
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
