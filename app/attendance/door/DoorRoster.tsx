import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { countDoor, rankOf } from "~/attendance/roster/door-order";
import { useDoorOrder } from "~/attendance/roster/use-door-order";
import { rosterLook, useFound } from "~/attendance/roster/use-found";
import type { KeptRoster, KeptSession } from "~/attendance/kept/kept-roster";
import { isScan, searchOf } from "~/attendance/scan/check-in-pass";
import { ScanCamera } from "~/attendance/scan/ScanCamera";
import { ScanDirectionField, ScanSaid } from "~/attendance/scan/ScanSaid";
import { useDoorScans } from "~/attendance/scan/use-door-scans";
import { formatSessionLine, plural } from "~/platform/format";
import { Button } from "~/ui/Button";
import type { Door, DoorState } from "./door";
import { DoorPerson } from "./DoorPerson";
import { describeDoor, type DoorRow, whoAsSent } from "./door-view";

interface DoorRosterProps {
  door: Door;
  roster: KeptRoster;
  session: KeptSession;
  queue: DoorState["queue"];
  /** What stays in sight beside the search. */
  children: ReactNode;
}

/** One session at the door: the search, the count, and a button for each person. */
export function DoorRoster({ door, roster, session, queue, children }: DoorRosterProps) {
  const [typed, setTyped] = useState("");
  const [watching, setWatching] = useState(false);
  const wanted = useDeferredValue(searchOf(typed));
  const rows = useMemo(
    () =>
      describeDoor(
        roster,
        session,
        queue.map(({ record }) => record),
      ),
    [roster, session, queue],
  );
  const atDoor = useMemo(() => rows.filter(({ as }) => as !== "instructor"), [rows]);
  const found = useFound(atDoor, wanted);
  const ordered = useDoorOrder(found, (row) => rankOf(row.words.state), { last: queue.length, wanted });
  const next = ordered.find(({ row }) => rankOf(row.words.state) <= 1)?.row.personId;
  const { arrived, expected, others } = countDoor(
    rows.filter(({ as }) => as === "participant").map(({ words }) => words.state),
  );
  const instructors = rows.filter(({ as }) => as === "instructor");
  const person = (row: DoorRow) => (
    <DoorPerson
      key={row.personId}
      row={row}
      timeZone={session.timeZone}
      isNext={row.personId === next}
      onTap={(tap) => tapOn(row, tap)}
    />
  );
  const tapOn = (row: DoorRow, tap: { kind: "in" | "out" | "absent" | "void"; at?: number }) =>
    void door.mark({
      ...{ roster, session, name: row.name, who: whoAsSent(row), kind: tap.kind, at: tap.at ?? null },
      voids: tap.kind === "void" ? row.last : null,
    });
  const { scan, see, direction, setDirection, outcome } = useDoorScans({ door, roster, session, rows });
  // A scanner that types ends with Enter: the field stays, for the next one.
  const enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !isScan(rows, typed)) return;
    event.preventDefault();
    setTyped("");
    void scan(typed);
  };
  const name = wanted.trim();
  const takeIn = async () => {
    const nonce = await door.mark({ roster, session, name, who: { name, email: null }, kind: "in" });
    if (nonce) setTyped("");
  };
  return (
    <section aria-labelledby="door-session" className="grid gap-2">
      <h2 id="door-session" className="text-lg font-semibold">
        {roster.title}
      </h2>
      <p className="text-soft">
        {formatSessionLine(session.startsAt, session.endsAt, session.timeZone)} · {session.place}
      </p>
      <div className="sticky top-0 z-10 -mx-4 border-b border-line bg-paper px-4 py-2 sm:mx-0 sm:px-0">
        <input
          type="search"
          aria-label="Find a person, or take somebody in"
          placeholder="Find a person, or take somebody in"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={enter}
          autoComplete="off"
          enterKeyHint="search"
          className="input"
        />
        <p aria-live="polite" className="mt-1 text-[0.9375rem] text-soft">
          <strong className="text-lg text-ink tabular-nums">
            {arrived} of {expected}
          </strong>{" "}
          arrived{others.map((each) => ` · ${each}`)}
        </p>
        {children}
        <ScanSaid outcome={outcome} isShown={!watching} />
        <div className={outcome || watching ? "" : "hidden sm:block"}>
          <ScanDirectionField value={direction} onChange={setDirection} />
        </div>
      </div>
      <ScanCamera watching={watching} onWatch={setWatching} onCode={see} />
      <ul aria-label="Roster" className={rosterLook(found.length)}>
        {ordered.map(({ row }) => person(row))}
      </ul>
      <p role="status" className={found.length === 0 ? "text-soft" : "sr-only"}>
        {found.length === 0 ? "Nobody by that name." : name && `${plural(found.length, "person", "people")} found`}
      </p>
      {name === "" ? null : (
        <p>
          <Button variant={found.length === 0 ? "primary" : "secondary"} onClick={() => void takeIn()}>
            Take in {name}
          </Button>
        </p>
      )}
      <PresentForAll door={door} roster={roster} session={session} rows={rows} />
      {instructors.length > 0 ? (
        <section aria-labelledby="door-instructors" className="mt-6">
          <h3 id="door-instructors" className="font-semibold">
            Instructors
          </h3>
          <ul>{instructors.map(person)}</ul>
        </section>
      ) : null}
    </section>
  );
}

type PresentForAllProps = Omit<DoorRosterProps, "queue" | "children"> & { rows: DoorRow[] };

/** "Mark the other 12 present", asked once more before it is done. */
function PresentForAll({ door, roster, session, rows }: PresentForAllProps) {
  const [isAsking, setIsAsking] = useState(false);
  const unmarked = rows.filter(({ as, words }) => as === "participant" && words.state === "unmarked");
  if (unmarked.length === 0) return null;
  const mark = async () => {
    setIsAsking(false);
    for (const row of unmarked) {
      await door.mark({ roster, session, name: row.name, who: whoAsSent(row), kind: "present-all" });
    }
  };
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      {isAsking ? (
        <>
          <p className="w-full">
            {plural(unmarked.length, "person", "people")} without a mark will be present from start to end. Each can be
            undone.
          </p>
          <Button onClick={() => void mark()}>Mark {unmarked.length} present</Button>
          <Button variant="secondary" onClick={() => setIsAsking(false)}>
            Keep it as it is
          </Button>
        </>
      ) : (
        <Button variant="secondary" onClick={() => setIsAsking(true)}>
          Mark the other {unmarked.length} present …
        </Button>
      )}
    </div>
  );
}
