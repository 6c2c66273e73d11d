import { useFetcher } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { memo, type MouseEvent, useEffect } from "react";
import { ANOMALY_LABELS, type Presence } from "~/attendance/presence/presence";
import type { PresenceWords } from "~/attendance/presence/presence-words";
import { Button } from "~/ui/Button";
import { holdPress } from "~/ui/hold-press";
import { type FormAnswer, wasAnswered, wasLost } from "~/ui/frame/lost-answer";
import { Status } from "~/ui/Status";
import { RosterDetails } from "./RosterDetails";
import type { RosterRow } from "./roster.server";
import type { TapFate } from "./use-taps";

interface RosterEntryProps {
  entry: RosterRow;
  words: PresenceWords;
  timeZone: string;
  nonce: string;
  confirmed: boolean;
  /** The form of taps, to which the button belongs. */
  form: string;
  /** What was tapped and is on its way. */
  sent: string | null;
  /** It is saved, and only the list is not read anew. */
  saved: boolean;
  /** The fetcher of the last tap, for what came of it, and what that was. */
  lastTap: string | null;
  fate: TapFate | null;
  onSettled: (personId: string, key: string, fate: TapFate) => void;
  /** The next person at the door: their button is the loud one. */
  next: boolean;
  opened: boolean;
  onToggle: (personId: string) => void;
}

const SENT_WORDS: Record<string, string> = {
  in: "Marking in …",
  out: "Marking out …",
  self: "Confirming …",
  undo: "Undoing …",
};

/** They stand until the list is read anew, which waits for the connection. */
const SAVED_WORDS: Record<string, string> = { in: "Marked in", out: "Marked out", self: "Confirmed", undo: "Undone" };

/** One person at the door: a tap marks in or out, or undoes that; times, absence and corrections are one tap away. */
export const RosterEntry = memo(function RosterEntry(props: RosterEntryProps) {
  const { entry, words, lastTap, opened, onToggle } = props;
  const { personId, doorName, sortName, walkIn, accessNeeds } = entry;
  const toggle = (event: MouseEvent) => {
    event.preventDefault();
    onToggle(personId);
  };
  return (
    <li id={personId} className="-mx-2 border-b border-line px-2 py-2 last:border-b-0">
      <div className="flex items-center gap-x-2">
        <div className="min-w-0 flex-1">
          <p className="leading-snug font-semibold">
            {doorName ?? sortName}
            {walkIn ? <span className="font-normal text-soft"> · walk-in</span> : null}
          </p>
          {doorName ? <p className="text-[0.9375rem] leading-snug text-soft">{sortName}</p> : null}
          <p className="flex flex-wrap items-center gap-x-2 text-[0.9375rem]">
            <PresenceLine {...props} />
            {words.lateness ? <span className="text-soft">{words.lateness}</span> : null}
          </p>
          <Anomalies presence={entry.presence} />
          {accessNeeds ? <p className="text-[0.9375rem] leading-snug text-soft">Access: {accessNeeds}</p> : null}
          {lastTap ? <TapAnswer {...props} fetcherKey={lastTap} /> : null}
        </div>
        <TapButton {...props} />
        <a
          href={`?person=${personId}#${personId}`}
          aria-expanded={opened}
          onClick={toggle}
          className="no-print grid size-11 shrink-0 place-items-center rounded-lg text-soft hover:bg-accent-tint hover:text-ink"
        >
          <Ellipsis aria-hidden size={22} />
          <span className="sr-only">Times, absence, corrections of {entry.name}</span>
        </a>
      </div>
      {opened ? <RosterDetails {...props} {...entry} /> : null}
    </li>
  );
}, isSameEntry);

/** Marks only ever grow in number, so a row of the same version looks the same. */
function isSameEntry(before: RosterEntryProps, after: RosterEntryProps): boolean {
  const same = (...keys: (keyof RosterEntryProps)[]) => keys.every((key) => before[key] === after[key]);
  return (
    before.entry.version === after.entry.version &&
    before.entry.sortName === after.entry.sortName &&
    before.entry.doorName === after.entry.doorName &&
    before.entry.accessNeeds === after.entry.accessNeeds &&
    same("confirmed", "sent", "saved", "lastTap", "fate", "next", "opened") &&
    // A nonce matters only to the forms of an opened row.
    (!after.opened || same("nonce"))
  );
}

/** Who is yet to come stands quietly: on a long roster that is nearly everyone. */
function PresenceLine({ words, sent, saved, fate }: RosterEntryProps) {
  if (sent) return <Status tone="waiting">{(saved ? SAVED_WORDS : SENT_WORDS)[sent]}</Status>;
  if (fate === "unsent") return <Status tone="attention">Not sent</Status>;
  if (words.state === "unmarked") return <span className="text-soft">{words.text}</span>;
  return <Status tone={words.tone}>{words.text}</Status>;
}

function Anomalies({ presence: { anomalies } }: { presence: Presence }) {
  // The state says it already.
  const shown = anomalies.filter((anomaly) => anomaly !== "self-unconfirmed" && anomaly !== "open-end");
  if (shown.length === 0) return null;
  return (
    <p className="text-[0.9375rem] font-semibold text-attention">
      {shown.map((anomaly) => ANOMALY_LABELS[anomaly]).join(" · ")}
    </p>
  );
}

/** What the one button does, as it is posted and as it reads. */
function actionOf({ words: { state }, fate, next }: RosterEntryProps) {
  if (fate === "unsent") return { tap: "again", word: "Try again", loud: true };
  if (fate === "done" && state !== "unmarked" && state !== "self") return { tap: "undo", word: "Undo", loud: false };
  if (state === "self") return { tap: "self", word: "Confirm", loud: next };
  return state === "in" ? { tap: "out", word: "Out", loud: false } : { tap: "in", word: "In", loud: next };
}

/** It stays the same button whatever it does, so that it never loses the focus. */
function TapButton(props: RosterEntryProps) {
  const { entry, form, sent } = props;
  const { tap, word, loud } = actionOf(props);
  return (
    <Button
      id={`tap-${entry.personId}`}
      type="submit"
      form={form}
      name="tap"
      value={`${tap}:${entry.personId}`}
      variant={loud ? "primary" : "secondary"}
      aria-disabled={sent !== null || undefined}
      onPointerDown={holdPress}
      className="no-print min-w-20 shrink-0 px-3"
      aria-label={`${word}: ${entry.name}`}
    >
      {word}
    </Button>
  );
}

/** Looks at what came of a tap, and says what the server had against it. */
function TapAnswer({ fetcherKey, entry, onSettled }: RosterEntryProps & { fetcherKey: string }) {
  const fetcher = useFetcher<FormAnswer>({ key: fetcherKey });
  const { data } = fetcher;
  const { personId } = entry;
  const error = Object.values(data?.result?.error ?? {}).flat()[0];
  const lost = wasLost(data);
  const outcome = !wasAnswered(fetcher) ? null : !error ? "done" : lost ? "unsent" : "refused";
  useEffect(() => {
    if (outcome) onSettled(personId, fetcherKey, outcome);
  }, [outcome, personId, fetcherKey, onSettled]);
  if (!error || lost) return null;
  return (
    <p role="alert" className="font-semibold text-danger">
      {error}
    </p>
  );
}
