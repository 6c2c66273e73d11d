import { SearchX } from "lucide-react";
import { type RefObject, useEffect } from "react";
import { plural } from "~/platform/format";
import { EmptyState, Section } from "~/ui/frame/Page";
import { HIT_TITLES, type Hit, type HitGroup } from "./search-hits";
import type { Found } from "./search.server";
import { Link } from "~/ui/Link";

/** What was found, by kind: links that the arrow keys walk through. */
export function SearchResults({ q, groups, enough, mails }: Found & { q: string }) {
  const shown = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <>
      <p role="status" className="text-[0.9375rem] text-soft tabular-nums">
        {sayCount(q, enough, shown, groups)}
      </p>
      {groups.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
      {enough && shown === 0 ? (
        <EmptyState icon={<SearchX aria-hidden />} title="Nothing matches">
          <p>Try fewer words, or part of a word or of a code. You find only what your roles let you open.</p>
        </EmptyState>
      ) : null}
      {mails ? (
        <p>
          <Link to={mails} data-hit className="link inline-flex items-center py-1 pointer-coarse:min-h-11">
            Mail to “{q}”
          </Link>
        </p>
      ) : null}
    </>
  );
}

function sayCount(q: string, enough: boolean, shown: number, groups: readonly HitGroup[]): string {
  if (!enough)
    return q === "" ? "Type a name, a title, a number or part of a code." : "Type at least two letters or digits.";
  const more = groups.some((group) => group.more) ? ", and more" : "";
  return `${plural(shown, "result")}${more}`;
}

function Group({ group: { kind, hits, more, all } }: { group: HitGroup }) {
  const title = HIT_TITLES[kind];
  return (
    <Section title={title}>
      <ul className="divide-y divide-line rounded-[0.625rem] border border-line bg-surface">
        {hits.map((hit) => (
          <Row key={hit.id} hit={hit} />
        ))}
      </ul>
      {more && all ? (
        <p>
          <Link to={all} data-hit className="link inline-flex items-center py-1 pointer-coarse:min-h-11">
            Show all {title.toLowerCase()}
          </Link>
        </p>
      ) : null}
      {more && !all ? <p className="text-soft">There are more. Type another word to narrow them down.</p> : null}
    </Section>
  );
}

function Row({ hit: { to, label, about } }: { hit: Hit }) {
  return (
    <li>
      <Link to={to} data-hit className="grid min-h-11 gap-0.5 px-4 py-2.5 -outline-offset-2 hover:bg-accent-tint">
        <span className="link font-semibold break-words">{label}</span>
        {about ? <span className="line-clamp-2 text-[0.9375rem] break-words text-soft">{about}</span> : null}
      </Link>
    </li>
  );
}

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow up and down move from the box to the hits, from hit to hit and back; Enter opens a link as everywhere. */
export function useArrowKeys(within: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = within.current;
    const move = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const stops = [...(element?.querySelectorAll<HTMLElement>("input[type=search], [data-hit]") ?? [])];
      const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
      if (!next || !stops.includes(document.activeElement as HTMLElement)) return;
      event.preventDefault();
      next.focus();
    };
    element?.addEventListener("keydown", move);
    return () => element?.removeEventListener("keydown", move);
  }, [within]);
}
