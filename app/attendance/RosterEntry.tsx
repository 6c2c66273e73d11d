import { useFetcher } from "@remix-run/react";
import { formatTime } from "~/platform/format";
import { Button } from "~/ui/Button";
import { Hidden } from "~/ui/form";
import { Status } from "~/ui/Status";
import { ANOMALY_LABELS, type Anomaly } from "./presence";
import { describePresence } from "./presence-words";

export interface RosterEntryData {
  personId: string;
  name: string;
  sortName: string;
  accessNeeds: string | null;
  nonce: string;
  presence: {
    intervals: { from: number; to: number }[];
    openSince: number | null;
    anomalies: Anomaly[];
    marked: boolean;
  };
  marks: { id: string; kind: string; at: number; voided: boolean; reason: string | null }[];
}

interface RosterEntryProps {
  entry: RosterEntryData;
  timeZone: string;
}

/** One person at the door: a tap marks in or out; times, absence and corrections are one fold away. */
export function RosterEntry({ entry, timeZone }: RosterEntryProps) {
  const fetcher = useFetcher<{ result?: { error?: Record<string, string[] | null> | null } }>();
  const words = describePresence(entry.presence, timeZone);
  const sent = fetcher.formData?.get("kind");
  const state = sent === "in" || sent === "out" || sent === "absent" ? sent : words.state;
  const error = Object.values(fetcher.data?.result?.error ?? {}).flat()[0];
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-40">
          <p className="font-semibold">{entry.sortName}</p>
          <p className="mt-0.5">
            <Status tone={sent ? "waiting" : words.tone}>{sent ? `Marking ${state} …` : words.text}</Status>
          </p>
          {entry.presence.anomalies.length > 0 ? (
            <p className="mt-1 text-[0.9375rem] font-semibold text-attention">
              {entry.presence.anomalies.map((anomaly) => ANOMALY_LABELS[anomaly]).join(" · ")}
            </p>
          ) : null}
          {entry.accessNeeds ? <p className="mt-1 text-[0.9375rem] text-soft">Access: {entry.accessNeeds}</p> : null}
          {error ? (
            <p role="alert" className="mt-1 font-semibold text-danger">
              {error}
            </p>
          ) : null}
        </div>
        <fetcher.Form method="post" className="no-print flex gap-2">
          <MarkFields entry={entry} />
          <MarkButton kind="in" name={entry.name} strong={state === "unmarked"} disabled={state === "in"} />
          <MarkButton kind="out" name={entry.name} strong={state === "in"} disabled={state === "unmarked"} />
        </fetcher.Form>
      </div>
      <details className="no-print mt-1">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-[0.9375rem] text-soft">
          Times, absence, corrections<span className="sr-only"> of {entry.name}</span>
        </summary>
        <fetcher.Form method="post" className="flex flex-wrap items-end gap-2 py-2">
          <MarkFields entry={entry} />
          <label className="grid gap-1 text-[0.9375rem] font-semibold">
            At
            <input type="time" name="time" className="input w-36" />
          </label>
          <Button type="submit" name="kind" value="in" variant="secondary">
            Came then
          </Button>
          <Button type="submit" name="kind" value="out" variant="secondary">
            Left then
          </Button>
          <Button type="submit" name="kind" value="absent" variant="quiet">
            Absent
          </Button>
        </fetcher.Form>
        <ul className="grid gap-2">
          {entry.marks.map((mark) => (
            <MarkLine key={mark.id} mark={mark} nonce={entry.nonce} timeZone={timeZone} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function MarkFields({ entry }: { entry: RosterEntryData }) {
  return (
    <>
      <Hidden name="intent" value="mark" />
      <Hidden name="personId" value={entry.personId} />
      <Hidden name="nonce" value={entry.nonce} />
    </>
  );
}

function MarkButton({
  kind,
  name,
  strong,
  disabled,
}: {
  kind: "in" | "out";
  name: string;
  strong: boolean;
  disabled: boolean;
}) {
  const word = kind === "in" ? "In" : "Out";
  return (
    <Button
      type="submit"
      name="kind"
      value={kind}
      variant={strong ? "primary" : "secondary"}
      disabled={disabled}
      className="min-w-16"
      aria-label={`${word}: ${name}`}
    >
      {word}
    </Button>
  );
}

function MarkLine({
  mark,
  nonce,
  timeZone,
}: {
  mark: RosterEntryData["marks"][number];
  nonce: string;
  timeZone: string;
}) {
  const fetcher = useFetcher();
  return (
    <li className="flex flex-wrap items-center gap-3 text-[0.9375rem]">
      <span className={mark.voided ? "text-soft line-through" : ""}>
        {mark.kind === "present-all" ? "Present throughout" : mark.kind} · {formatTime(mark.at, timeZone)}
        {mark.reason ? ` · ${mark.reason}` : ""}
      </span>
      {mark.voided ? (
        <span className="text-soft">void</span>
      ) : (
        <fetcher.Form method="post" className="flex flex-wrap items-center gap-2">
          <Hidden name="intent" value="void" />
          <Hidden name="markId" value={mark.id} />
          <Hidden name="nonce" value={`${nonce}-${mark.id}`.slice(-64)} />
          <input
            name="reason"
            aria-label="Why this mark is wrong"
            placeholder="Why it is wrong"
            required
            minLength={3}
            className="input w-44"
          />
          <Button type="submit" variant="quiet" size="sm">
            Void
          </Button>
        </fetcher.Form>
      )}
    </li>
  );
}
