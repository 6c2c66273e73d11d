import { Form } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import type { PresenceWords } from "~/attendance/presence/presence-words";
import { plural } from "~/platform/format";
import { Button } from "~/ui/Button";
import { countDoor, TAPS } from "./door-order";

interface DoorHeadProps {
  /** How each person of the roster stands. */
  states: PresenceWords["state"][];
  walkIns: number;
  /** The words searched for, as the address has them. */
  find: string;
  /** Grows when the search begins anew. */
  round: number;
  undoable: number;
  /** How many taps were not sent. */
  unsent: number;
  onType: (text: string) => void;
  /** Enter in the search: whether it was a scan, after which the search begins anew. */
  onEnter: (text: string) => boolean;
  onAgain: (at: number) => void;
  /** What came of the last scan. */
  children: ReactNode;
}

/** What stays in sight at the door: the search, and how many have come. */
export function DoorHead(props: DoorHeadProps) {
  const { states, walkIns, find, round, undoable, unsent, onType, onEnter, onAgain, children } = props;
  const { arrived, expected, others } = countDoor(states);
  const all = walkIns > 0 ? [...others, plural(walkIns, "walk-in")] : others;
  // The field stays the same, and keeps the focus: the next scan follows at once.
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem("find");
    if (!(field instanceof HTMLInputElement) || !onEnter(field.value)) return;
    field.value = "";
    onType("");
  };
  return (
    <div className="no-print sticky top-(--bar-height) z-10 -mx-4 border-b border-line bg-paper px-4 py-2 sm:mx-0 sm:px-0">
      <Form method="get" role="search" className="flex items-center gap-2" onSubmit={enter}>
        <input
          type="search"
          name="find"
          aria-label="Find a person, or take somebody in"
          placeholder="Find a person, or take somebody in"
          key={round}
          defaultValue={round === 0 ? find : ""}
          onChange={(event) => onType(event.target.value)}
          autoComplete="off"
          enterKeyHint="search"
          className="input"
        />
        <Button type="submit" variant="secondary" className="scripted:hidden">
          Find
        </Button>
      </Form>
      {/* As high with one button as without: rows stay under the thumb when the first mark goes, or is lost. */}
      <div className="mt-1 flex min-h-9 flex-wrap items-center gap-x-3 pointer-coarse:min-h-11">
        <p aria-live="polite" className="min-w-0 flex-1 text-[0.9375rem] text-soft">
          <span className="whitespace-nowrap">
            <strong className="text-lg text-ink tabular-nums">
              {arrived} of {expected}
            </strong>{" "}
            arrived
          </span>
          {all.map((each) => (
            <span key={each} className="whitespace-nowrap">
              {" "}
              · {each}
            </span>
          ))}
        </p>
        {unsent > 0 ? (
          <Button size="sm" onClick={(event) => onAgain(event.timeStamp)}>
            Send {plural(unsent, "mark")} again
          </Button>
        ) : null}
        {unsent === 0 && undoable > 1 ? (
          <Button type="submit" form={TAPS} name="tap" value="undo" variant="secondary" size="sm">
            Undo the last {undoable} marks
          </Button>
        ) : null}
      </div>
      {children}
    </div>
  );
}
