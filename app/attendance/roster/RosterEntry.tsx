import { useFetcher } from "@remix-run/react";
import { memo, type MouseEvent } from "react";
import { Button } from "~/ui/Button";
import { Status } from "~/ui/Status";
import { ANOMALY_LABELS, type Presence } from "~/attendance/presence/presence";
import type { PresenceWords } from "~/attendance/presence/presence-words";
import { RosterDetails } from "./RosterDetails";
import type { RosterRow } from "./roster.server";

interface RosterEntryProps {
  entry: RosterRow;
  words: PresenceWords;
  timeZone: string;
  nonce: string;
  confirmed: boolean;
  /** The form of taps, to which the buttons belong. */
  form: string;
  /** What was tapped and is on its way. */
  sent: string | null;
  /** The fetcher of the last tap, for what the server had against it. */
  lastTap: string | null;
  opened: boolean;
  onToggle: (personId: string) => void;
}

const SENT_WORDS: Record<string, string> = { in: "Marking in …", out: "Marking out …", self: "Confirming …" };

/** One person at the door: a tap marks in or out; times, absence and corrections are one link away. */
export const RosterEntry = memo(function RosterEntry(props: RosterEntryProps) {
  const { entry, words, sent, lastTap, opened, onToggle } = props;
  const toggle = (event: MouseEvent) => {
    event.preventDefault();
    onToggle(entry.personId);
  };
  return (
    <li id={entry.personId} className="-mx-2 border-b border-line px-2 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-40">
          <p className="font-semibold">{entry.doorName ?? entry.sortName}</p>
          {entry.doorName ? <p className="text-[0.9375rem] text-soft">{entry.sortName}</p> : null}
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2">
            <PresenceLine words={words} sent={sent} />
            {words.lateness ? <span className="text-[0.9375rem] text-soft">{words.lateness}</span> : null}
          </p>
          <Anomalies presence={entry.presence} />
          {entry.accessNeeds ? <p className="mt-1 text-[0.9375rem] text-soft">Access: {entry.accessNeeds}</p> : null}
          {lastTap ? <TapError fetcherKey={lastTap} /> : null}
        </div>
        <TapButtons {...props} />
      </div>
      <a
        href={`?person=${entry.personId}#${entry.personId}`}
        aria-expanded={opened}
        onClick={toggle}
        className="no-print mt-1 inline-flex min-h-11 items-center text-[0.9375rem] text-soft underline decoration-1 underline-offset-4 hover:text-ink"
      >
        Times, absence, corrections<span className="sr-only"> of {entry.name}</span>
      </a>
      {opened ? <RosterDetails {...props} {...entry} /> : null}
    </li>
  );
}, isSameEntry);

/** Marks only ever grow in number, so a row of the same version looks the same. */
function isSameEntry(before: RosterEntryProps, after: RosterEntryProps): boolean {
  const same = (key: keyof RosterEntryProps) => before[key] === after[key];
  return (
    before.entry.version === after.entry.version &&
    before.entry.sortName === after.entry.sortName &&
    before.entry.doorName === after.entry.doorName &&
    before.entry.accessNeeds === after.entry.accessNeeds &&
    same("confirmed") &&
    same("sent") &&
    same("lastTap") &&
    same("opened") &&
    // A nonce matters only to the forms of an opened row.
    (!after.opened || same("nonce"))
  );
}

/** Who is yet to come stands quietly: on a long roster that is nearly everyone. */
function PresenceLine({ words, sent }: Pick<RosterEntryProps, "words" | "sent">) {
  if (sent) return <Status tone="waiting">{SENT_WORDS[sent]}</Status>;
  if (words.state === "unmarked") return <span className="text-[0.9375rem] text-soft">{words.text}</span>;
  return <Status tone={words.tone}>{words.text}</Status>;
}

function Anomalies({ presence: { anomalies } }: { presence: Presence }) {
  // The state says it already.
  const shown = anomalies.filter((anomaly) => anomaly !== "self-unconfirmed" && anomaly !== "open-end");
  if (shown.length === 0) return null;
  return (
    <p className="mt-1 text-[0.9375rem] font-semibold text-attention">
      {shown.map((anomaly) => ANOMALY_LABELS[anomaly]).join(" · ")}
    </p>
  );
}

function TapButtons({ entry, words, form, sent }: RosterEntryProps) {
  const state = sent === "self" ? "in" : (sent ?? words.state);
  const { personId, name } = entry;
  return (
    <div className="no-print flex gap-2">
      {state === "self" ? (
        <TapButton form={form} value={`self:${personId}`} name={name} word="Confirm" strong />
      ) : (
        <TapButton
          form={form}
          value={`in:${personId}`}
          name={name}
          word="In"
          strong={state === "unmarked"}
          done={state === "in"}
        />
      )}
      <TapButton
        form={form}
        value={`out:${personId}`}
        name={name}
        word="Out"
        strong={state === "in"}
        done={state !== "in"}
      />
    </div>
  );
}

interface TapButtonProps {
  form: string;
  value: string;
  name: string;
  word: string;
  strong: boolean;
  /** There is nothing to mark; it stays in the order of focus. */
  done?: boolean;
}

function TapButton({ form, value, name, word, strong, done }: TapButtonProps) {
  return (
    <Button
      type="submit"
      form={form}
      name="tap"
      value={value}
      variant={strong ? "primary" : "secondary"}
      aria-disabled={done || undefined}
      className="min-w-16"
      aria-label={`${word}: ${name}`}
    >
      {word}
    </Button>
  );
}

function TapError({ fetcherKey }: { fetcherKey: string }) {
  const { data } = useFetcher<{ result?: { error?: Record<string, string[] | null> | null } }>({ key: fetcherKey });
  const error = Object.values(data?.result?.error ?? {}).flat()[0];
  if (!error) return null;
  return (
    <p role="alert" className="mt-1 font-semibold text-danger">
      {error}
    </p>
  );
}
