import { Form, useNavigate } from "@remix-run/react";
import { Search } from "lucide-react";
import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef } from "react";
import { Link } from "~/ui/Link";

/** The page of the search, on which the box stands once more. */
const PAGE = "/search";

const TAKES_KEYS = "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], dialog";

/** Whether keys are somebody's text, or belong to a dialog that is open. */
const isTyping = () =>
  document.activeElement?.matches(TAKES_KEYS) === true ||
  document.querySelector("dialog[open], [aria-modal=true]") !== null;

const asksForSearch = ({ key, metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent) =>
  !altKey && (key === "/" ? !metaKey && !ctrlKey : !shiftKey && key.toLowerCase() === "k" && metaKey !== ctrlKey);

/** The search of everything, for staff: a form that leads to its page; ⌘K, Ctrl+K and / lead into it, Escape out of it. */
export function StaffSearch() {
  const box = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const enter = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !asksForSearch(event) || isTyping()) return;
      event.preventDefault();
      before.current = document.activeElement;
      const own = location.pathname === PAGE && document.querySelector<HTMLInputElement>("main input[type=search]");
      const field = own || box.current;
      if (!field || field.offsetParent === null) return navigate(PAGE);
      field.focus();
      field.select();
    };
    document.addEventListener("keydown", enter);
    return () => document.removeEventListener("keydown", enter);
  }, [navigate]);
  const leave = (event: ReactKeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Escape") return;
    event.currentTarget.blur();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <Form
      method="get"
      action={PAGE}
      role="search"
      aria-label="Everything"
      className="ml-2 hidden w-full max-w-72 md:block"
    >
      <div className="relative">
        <Search aria-hidden size={18} className="absolute top-1/2 left-3 -translate-y-1/2 text-on-bar-soft" />
        <input type="hidden" name="go" value="1" />
        <input
          ref={box}
          type="search"
          name="q"
          autoComplete="off"
          maxLength={200}
          onKeyDown={leave}
          aria-label="Search people, offerings and codes"
          aria-keyshortcuts="Meta+K Control+K /"
          placeholder="People, offerings, codes"
          className="min-h-11 w-full rounded-lg border border-bar-line bg-white/8 pr-10 pl-10 text-on-bar outline-on-bar placeholder:text-on-bar-soft"
        />
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 hidden -translate-y-1/2 rounded border border-bar-line px-1.5 text-sm text-on-bar-soft scripted:block"
        >
          /
        </kbd>
      </div>
    </Form>
  );
}

/** The way to the search where the bar has no room for its box. */
export function StaffSearchLink() {
  return (
    <Link
      to={PAGE}
      className="grid size-11 place-items-center rounded-lg text-on-bar outline-on-bar hover:bg-white/10 md:hidden"
    >
      <Search aria-hidden size={20} />
      <span className="sr-only">Search people, offerings and codes</span>
    </Link>
  );
}
