import { Form, useLocation, useSearchParams } from "@remix-run/react";
import { Bookmark, Columns3, Download, Keyboard } from "lucide-react";
import type { ReactNode } from "react";
import { type ListShape, type ListState, sortText, writeListState } from "~/platform/lists/list-shape";
import { buttonLook, SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Menu } from "~/ui/frame/Menu";
import { Kept } from "./ListFilters";
import { Link } from "~/ui/Link";

/** A saved view, as a list shows it. */
export interface ViewLink {
  id: string;
  name: string;
  query: string;
  first: boolean;
}

interface ListToolsProps {
  shape: ListShape;
  of?: string | undefined;
  state: ListState;
  views: ViewLink[];
  onHelp: () => void;
}

/** Views, columns, CSV and keys of a list. */
export function ListTools({ shape, of, state, views, onHelp }: ListToolsProps) {
  const [search] = useSearchParams();
  const which = shape.of && of ? `${shape.of}=${of}&` : "";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ToolMenu icon={<Bookmark aria-hidden size={16} />} label="Views">
        <Views shape={shape} views={views} />
      </ToolMenu>
      <ToolMenu icon={<Columns3 aria-hidden size={16} />} label="Columns">
        <Columns shape={shape} state={state} />
      </ToolMenu>
      <a href={`/lists/${shape.name}.csv?${which}${writeListState(shape, search)}`} {...buttonLook(LOOK)} download>
        <Download aria-hidden size={16} /> CSV
      </a>
      <button
        type="button"
        onClick={onHelp}
        aria-label="Keys of this list"
        title="Keys of this list (?)"
        {...buttonLook({ ...LOOK, className: "hidden scripted:pointer-fine:inline-flex" })}
      >
        <Keyboard aria-hidden size={16} />
      </button>
    </div>
  );
}

const LOOK = { variant: "secondary", size: "sm" } as const;

function ToolMenu({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <Menu
      label={
        <>
          {icon} {label}
        </>
      }
      className="relative"
      look={buttonLook({ ...LOOK, className: "list-none" })}
      panelClass="absolute right-0 z-20 mt-1 grid w-72 max-w-[calc(100vw-2rem)] gap-4 rounded-[0.625rem] border border-line bg-surface p-4 shadow-lg max-sm:right-auto max-sm:left-0"
    >
      {children}
    </Menu>
  );
}

function Views({ shape, views }: { shape: ListShape; views: ViewLink[] }) {
  const { pathname, search } = useLocation();
  const back = pathname + search;
  const kept = new URLSearchParams(search);
  const whole = new URLSearchParams([["sort", shape.sort]]);
  for (const name of shape.kept ?? []) for (const value of kept.getAll(name)) whole.append(name, value);
  return (
    <>
      <ul className="grid gap-1">
        <li>
          <Link to={`?${whole.toString()}`} className="link py-1 pointer-coarse:inline-block pointer-coarse:py-2.5">
            Everything
          </Link>
        </li>
        {views.map((view) => (
          <li key={view.id} className="flex items-center justify-between gap-2">
            <Link
              to={`?${view.query}`}
              className="link min-w-0 py-1 wrap-anywhere pointer-coarse:inline-block pointer-coarse:py-2.5"
            >
              {view.name}
              {view.first ? <span className="text-soft"> (opens first)</span> : null}
            </Link>
          </li>
        ))}
      </ul>
      <Form method="post" action="/views" className="grid gap-3 border-t border-line pt-3">
        <Hidden name="list" value={shape.name} />
        <Hidden name="query" value={search.replace(/^\?/, "")} />
        <Hidden name="back" value={back} />
        <label className="grid gap-1 font-semibold">
          Save this view as
          <input type="text" name="name" required maxLength={60} className="input" />
        </label>
        <label className="flex min-h-11 items-center gap-2 pointer-fine:min-h-0">
          <input type="checkbox" name="first" value="on" className="size-5" /> Open the list with it
        </label>
        <SubmitButton intent="save" size="sm">
          Save the view
        </SubmitButton>
      </Form>
      {views.length > 0 ? (
        <Link to="/views" className="link pointer-coarse:py-2.5">
          Change or delete views
        </Link>
      ) : null}
    </>
  );
}

function Columns({ shape, state }: Pick<ListToolsProps, "shape" | "state">) {
  const [search] = useSearchParams();
  return (
    <Form method="get" className="grid gap-3">
      <Kept names={[...(shape.kept ?? []), ...shape.filters.map(({ name }) => name)]} search={search} />
      <input type="hidden" name="sort" value={sortText(state.sort)} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">Columns in sight</legend>
        {shape.columns.map(({ key, label, primary }) => (
          <label key={key} className="flex min-h-11 items-center gap-2 pointer-fine:min-h-8">
            <input
              type="checkbox"
              name="cols"
              value={key}
              defaultChecked={state.columns.includes(key)}
              disabled={primary}
              className="size-5"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <button type="submit" {...buttonLook({ variant: "primary", size: "sm" })}>
        Show these
      </button>
    </Form>
  );
}
