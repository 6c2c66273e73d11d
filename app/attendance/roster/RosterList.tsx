import { holdsWords, searchableText, searchWords } from "~/platform/text/fold";
import { Form, useFetchers, useSubmit } from "@remix-run/react";
import { type FormEvent, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { plural } from "~/platform/format";
import { Button } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { EmptyState, Section } from "~/ui/frame/Page";
import { DeviceStamp, ReasonField } from "~/attendance/marks/DeviceStamp";
import { deviceStamp, newTapNonce, stampForm } from "~/attendance/marks/device-clock";
import { describePresence } from "~/attendance/presence/presence-words";
import { RosterEntry } from "./RosterEntry";
import type { RosterRow } from "./roster.server";

/** The form of every tap on the roster; buttons anywhere on the page may belong to it. */
export const TAPS = "taps";

/** Beyond so many rows the browser draws only those in sight. */
const LONG = 50;
const UNDRAWN_OUT_OF_SIGHT = "[&>li]:[contain-intrinsic-size:auto_6.5rem] [&>li]:[content-visibility:auto]";

interface RosterListProps {
  rows: RosterRow[];
  instructors: RosterRow[];
  session: { startsAt: number; endsAt: number; timeZone: string };
  nonce: string;
  confirmed: boolean;
  /** From the address: the words searched for, and the person whose details are open. */
  find: string;
  person: string | null;
}

/** Everyone expected, with running counts; search as you type, one tap to mark. */
export function RosterList({ rows, instructors, session, nonce, confirmed, find, person }: RosterListProps) {
  const { send, sent, lastTaps } = useTaps();
  const [typed, setTyped] = useState(find);
  const [opened, setOpened] = useState(person);
  const toggle = useCallback((id: string) => setOpened((before) => (before === id ? null : id)), []);
  const wanted = useDeferredValue(typed);
  const found = useFound(rows, wanted);
  const words = useMemo(
    () => new Map([...rows, ...instructors].map((row) => [row.personId, describePresence(row.presence, session)])),
    [rows, instructors, session],
  );
  const wordsOf = (row: RosterRow) => words.get(row.personId) ?? describePresence(row.presence, session);
  const entry = (row: RosterRow) => (
    <RosterEntry
      key={row.personId}
      entry={row}
      words={wordsOf(row)}
      sent={sent.get(row.personId) ?? null}
      lastTap={lastTaps.get(row.personId) ?? null}
      opened={opened === row.personId}
      onToggle={toggle}
      form={TAPS}
      {...{ timeZone: session.timeZone, nonce, confirmed }}
    />
  );
  return (
    <>
      <Counts states={rows.map((row) => sent.get(row.personId) ?? wordsOf(row).state)} />
      <Form id={TAPS} method="post" preventScrollReset onSubmit={send} className={confirmed ? "no-print" : "hidden"}>
        {/* The first button of a form answers Enter in its fields; this one marks nobody. */}
        <button type="submit" disabled hidden />
        <Hidden name="intent" value="tap" />
        <DeviceStamp nonce={nonce} />
        {confirmed ? <ReasonField hint="Attendance is confirmed. This stands with every mark you change now." /> : null}
      </Form>
      <Section title="Roster" description={plural(rows.length, "person", "people")}>
        {rows.length === 0 ? (
          <EmptyState title="Nobody has registered yet">Take people in as walk-ins below.</EmptyState>
        ) : (
          <>
            <Search find={find} onType={setTyped} />
            <ul className={found.length > LONG ? UNDRAWN_OUT_OF_SIGHT : ""}>{found.map(entry)}</ul>
            <p role="status" className={found.length === 0 ? "text-soft" : "sr-only"}>
              {found.length === 0
                ? "Nobody by that name. Take them in as a walk-in below."
                : wanted && `${plural(found.length, "person", "people")} found`}
            </p>
          </>
        )}
      </Section>
      {instructors.length > 0 ? (
        <Section
          title="Instructors"
          description="Who teaches can earn hours, too, if anybody else attends. Mark them only if they want them."
        >
          <ul>{instructors.map(entry)}</ul>
        </Section>
      ) : null}
    </>
  );
}

function Search({ find, onType }: { find: string; onType: (text: string) => void }) {
  return (
    <Form method="get" role="search" className="no-print flex max-w-md items-end gap-2" onSubmit={keepPage}>
      <label className="grid flex-1 gap-1 font-semibold">
        Find a person
        <input
          type="search"
          name="find"
          defaultValue={find}
          onChange={(event) => onType(event.target.value)}
          autoComplete="off"
          className="input"
        />
      </label>
      <Button type="submit" variant="secondary" className="scripted:hidden">
        Find
      </Button>
    </Form>
  );
}

const keepPage = (event: FormEvent) => event.preventDefault();

/** Running counts in one line, so that a phone shows the first names under them. */
function Counts({ states }: { states: string[] }) {
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const figures: [string, number][] = [
    ["Here now", count("in")],
    ["Present", count("out")],
    ["Absent", count("absent")],
    ["Not marked", count("unmarked")],
    ...(count("self") > 0 ? ([["To confirm", count("self")]] as [string, number][]) : []),
  ];
  return (
    <dl
      aria-live="polite"
      className="grid auto-cols-fr grid-flow-col rounded-[0.625rem] border border-line bg-surface py-3 text-center"
    >
      {figures.map(([label, value]) => (
        <div key={label} className="flex min-w-0 flex-col-reverse justify-end px-1 sm:px-3">
          <dt className="text-sm leading-tight text-soft">{label}</dt>
          <dd className="text-2xl font-bold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The people whose names hold every word, whatever its accents. */
function useFound(rows: RosterRow[], wanted: string): RosterRow[] {
  const folded = useMemo(() => rows.map((row) => ({ row, names: searchableText(row.sortName, row.name) })), [rows]);
  return useMemo(() => {
    const words = searchWords(wanted);
    return folded.filter(({ names }) => holdsWords(names, words)).map(({ row }) => row);
  }, [folded, wanted]);
}

/** Sends each tap by itself, so that nobody waits for the last one; what is for everyone goes the ordinary way. */
function useTaps() {
  const submit = useSubmit();
  const count = useRef(0);
  const [lastTaps, setLastTaps] = useState<ReadonlyMap<string, string>>(new Map());
  const sent = new Map<string, string>();
  for (const { formData } of useFetchers()) {
    const [kind, personId] = textOf(formData?.get("tap")).split(":");
    if (kind && personId) sent.set(personId, kind === "self" ? "in" : kind);
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const tap = submitter instanceof HTMLButtonElement ? submitter.value : "";
    const personId = tap.split(":")[1];
    if (!personId) return stampForm(event.currentTarget);
    event.preventDefault();
    if (submitter?.ariaDisabled === "true") return;
    const values = new FormData(event.currentTarget);
    for (const [name, value] of Object.entries({ ...deviceStamp(), nonce: newTapNonce(), tap }))
      values.set(name, value);
    const fetcherKey = `tap-${personId}-${count.current++}`;
    setLastTaps((before) => new Map(before).set(personId, fetcherKey));
    submit(values, { method: "post", navigate: false, fetcherKey });
  };
  return { send, sent, lastTaps };
}

const textOf = (value: FormDataEntryValue | null | undefined) => (typeof value === "string" ? value : "");
