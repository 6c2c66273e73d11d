import { memo, useState } from "react";
import { Ellipsis } from "lucide-react";
import { Button } from "~/ui/Button";
import { holdPress } from "~/ui/hold-press";
import { Status } from "~/ui/Status";
import type { DoorRow } from "./door-view";

interface Tap {
  kind: "in" | "out" | "absent" | "void";
  at?: number;
}

interface DoorPersonProps {
  row: DoorRow;
  timeZone: string;
  /** The next person at the door: their button is the loud one. */
  isNext: boolean;
  onTap: (tap: Tap) => void;
}

/** One person at the door: a tap marks in or out; absence and undoing are one tap away. */
export const DoorPerson = memo(
  function DoorPerson({ row, isNext, onTap }: DoorPersonProps) {
    const [isOpen, setIsOpen] = useState(false);
    const { personId, name, sortName, doorName, as, words, queued, last } = row;
    const { word, ...tap } = tapOf(row);
    const tapAndClose = (kind: Tap["kind"]) => {
      onTap({ kind });
      setIsOpen(false);
    };
    return (
      <li className="-mx-2 border-b border-line px-2 py-2 last:border-b-0">
        <div className="flex items-center gap-x-2">
          <div className="min-w-0 flex-1">
            <p className="leading-snug font-semibold">
              {doorName ?? sortName}
              {as === "walk-in" ? <span className="font-normal text-soft"> · walk-in</span> : null}
            </p>
            {doorName ? <p className="text-[0.9375rem] leading-snug text-soft">{sortName}</p> : null}
            <p className="flex flex-wrap items-center gap-x-2 text-[0.9375rem]">
              {words.state === "unmarked" ? (
                <span className="text-soft">{words.text}</span>
              ) : (
                <Status tone={words.tone}>{words.text}</Status>
              )}
              {words.lateness ? <span className="text-soft">{words.lateness}</span> : null}
              {words.state === "unmarked" && queued === 0 ? null : (
                <span className="text-soft">{queued > 0 ? "queued on this device" : "saved"}</span>
              )}
            </p>
          </div>
          <Button
            id={`tap-${personId}`}
            variant={isNext ? "primary" : "secondary"}
            className="min-w-20 shrink-0 px-3"
            aria-label={`${word}: ${name}`}
            onPointerDown={holdPress}
            onClick={() => onTap(tap)}
          >
            {word}
          </Button>
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
            className="grid size-11 shrink-0 place-items-center rounded-lg text-soft hover:bg-accent-tint hover:text-ink"
          >
            <Ellipsis aria-hidden size={22} />
            <span className="sr-only">Absence, and undoing, of {name}</span>
          </button>
        </div>
        {isOpen ? (
          <div className="flex flex-wrap gap-2 py-2">
            {last === null ? null : (
              <Button variant="secondary" size="sm" onClick={() => tapAndClose("void")}>
                Undo the last mark
              </Button>
            )}
            <Button variant="secondary" size="sm" onClick={() => tapAndClose("absent")}>
              Absent
            </Button>
          </div>
        ) : null}
      </li>
    );
  },
  (before, after) => before.isNext === after.isNext && JSON.stringify(before.row) === JSON.stringify(after.row),
);

/** What the one button does, and how it reads. */
function tapOf({ words: { state }, selfSince }: DoorRow): Tap & { word: string } {
  if (state === "self" && selfSince !== null) return { kind: "in", at: selfSince, word: "Confirm" };
  return state === "in" ? { kind: "out", word: "Out" } : { kind: "in", word: "In" };
}
