import { Form } from "@remix-run/react";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { DeviceStamp, ReasonField } from "~/attendance/marks/DeviceStamp";
import { describePresence, type PresenceWords } from "~/attendance/presence/presence-words";
import { isScan, searchOf } from "~/attendance/scan/check-in-pass";
import { ScanDirectionField, ScanSaid } from "~/attendance/scan/ScanSaid";
import { useScans } from "~/attendance/scan/use-scans";
import { plural } from "~/platform/format";
import { Hidden } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { rankOf, TAPS } from "./door-order";
import { DoorHead } from "./DoorHead";
import { RosterEntry } from "./RosterEntry";
import type { RosterRow } from "./roster.server";
import { TakeIn } from "./RosterTools";
import { useDoorOrder } from "./use-door-order";
import { rosterLook, useFound } from "./use-found";
import { useTaps } from "./use-taps";

interface RosterListProps {
  rows: RosterRow[];
  instructors: RosterRow[];
  walkIns: RosterRow[];
  session: { startsAt: number; endsAt: number; timeZone: string };
  nonce: string;
  confirmed: boolean;
  /** How many marks the last tap of whoever looks made, while it can be undone at once. */
  undoable: number;
  /** From the address: the words searched for, and the person whose details are open. */
  find: string;
  person: string | null;
}

/** The door: who is yet to come first, one tap to mark, the search and the count always in sight. */
export function RosterList(props: RosterListProps) {
  const { rows, instructors, walkIns, session, nonce, confirmed, undoable, find, person } = props;
  const { send, sent, taps, settle, again, unsent } = useTaps();
  const [typed, setTyped] = useState(find);
  const [round, setRound] = useState(0);
  const searchAnew = useCallback(() => {
    setTyped("");
    setRound((before) => before + 1);
  }, []);
  const [opened, setOpened] = useState(person);
  const toggle = useCallback((id: string) => setOpened((before) => (before === id ? null : id)), []);
  const wanted = useDeferredValue(searchOf(typed));
  const { scan, direction, setDirection, last, said } = useScans(TAPS);
  const words = useMemo(
    () =>
      new Map(
        [...rows, ...walkIns, ...instructors].map((row) => [
          row.personId,
          describePresence(row.presence, session, row.joinedOnline),
        ]),
      ),
    [rows, walkIns, instructors, session],
  );
  const wordsOf = (row: RosterRow) =>
    words.get(row.personId) ?? describePresence(row.presence, session, row.joinedOnline);
  const atDoor = useMemo(() => [...rows, ...walkIns], [rows, walkIns]);
  const found = useFound(atDoor, wanted);
  const rests = useMemo(() => [taps, last], [taps, last]);
  const ordered = useDoorOrder(found, (row) => rankOf(wordsOf(row).state), { last: rests, wanted });
  const waits = ({ personId }: RosterRow) => sent.has(personId) || taps.get(personId)?.fate === "unsent";
  const next = ordered.find(({ row }) => rankOf(wordsOf(row).state) <= 1 && !waits(row))?.row.personId;
  const entry = (row: RosterRow) => (
    <RosterEntry
      key={row.personId}
      entry={row}
      words={wordsOf(row)}
      sent={sent.get(row.personId)?.kind ?? null}
      saved={sent.get(row.personId)?.saved ?? false}
      lastTap={taps.get(row.personId)?.key ?? null}
      fate={taps.get(row.personId)?.fate ?? null}
      onSettled={settle}
      next={next === row.personId}
      opened={opened === row.personId}
      onToggle={toggle}
      form={TAPS}
      {...{ timeZone: session.timeZone, nonce, confirmed }}
    />
  );
  return (
    <div>
      <Form
        id={TAPS}
        method="post"
        preventScrollReset
        onSubmit={send}
        className={confirmed ? "no-print mb-4" : "hidden"}
      >
        {/* The first button of a form answers Enter in its fields; this one marks nobody. */}
        <button type="submit" disabled hidden />
        <Hidden name="intent" value="tap" />
        <DeviceStamp nonce={nonce} />
        {confirmed ? <ReasonField hint="Attendance is confirmed. This stands with every mark you change now." /> : null}
      </Form>
      <DoorHead
        states={rows.map((row) => stateSoon(wordsOf(row).state, sent.get(row.personId)?.kind))}
        walkIns={walkIns.length}
        {...{ find, round, undoable, unsent }}
        onType={setTyped}
        onEnter={(text) => {
          const isOne = isScan(rows, text);
          if (isOne) scan(text);
          return isOne;
        }}
        onAgain={again}
      >
        <ScanSaid outcome={said} />
        <div className={said ? "" : "hidden sm:scripted:block"}>
          <ScanDirectionField value={direction} onChange={setDirection} />
        </div>
      </DoorHead>
      <ul aria-label="Roster" className={rosterLook(found.length)}>
        {ordered.map(({ row }) => entry(row))}
      </ul>
      <p role="status" className={found.length === 0 ? "py-3 text-soft" : "sr-only"}>
        {found.length === 0 ? nobody(wanted) : wanted && `${plural(found.length, "person", "people")} found`}
      </p>
      <TakeIn name={wanted} loud={found.length === 0} nonce={`${nonce}-door`} onTaken={searchAnew} />
      {instructors.length > 0 ? (
        <div className="mt-8">
          <Section
            title="Instructors"
            description="Who teaches can earn hours, too, if anybody else attends. Mark them only if they want them."
          >
            <ul>{instructors.map(entry)}</ul>
          </Section>
        </div>
      ) : null}
    </div>
  );
}

/** How somebody stands once what is on its way has arrived. */
function stateSoon(state: PresenceWords["state"], sent: string | undefined): PresenceWords["state"] {
  if (sent === "in" || sent === "self") return "in";
  return sent === "out" ? "out" : state;
}

const nobody = (wanted: string) =>
  wanted ? "Nobody by that name." : "Nobody has registered yet. Take people in below.";
