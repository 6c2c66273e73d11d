import { formatDateTime, formatSessionLine, plural } from "~/platform/format";
import type { KeptRoster } from "~/attendance/kept/kept-roster";
import { Button, buttonLook } from "~/ui/Button";
import { EmptyState, Notice, Page } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { Door, DoorState } from "./door";
import { Said, Sealed, Told } from "./DoorNotices";
import { DoorRoster } from "./DoorRoster";
import { useDoor, useHash, useOnline } from "./use-door";
import { useWorker } from "./use-worker";

/** The desk at the door: drawn from what this device keeps, so that it works without a network. */
export function DoorDesk() {
  const { door, state } = useDoor();
  const update = useWorker();
  const hash = useHash();
  const found = state?.rosters
    .flatMap((roster) => roster.sessions.map((session) => ({ roster, session })))
    .find(({ session }) => session.id === hash);
  return (
    <Page compact title="At the door" width="narrow">
      <noscript>
        <p>
          This page works without a network, and needs scripts for it. Without them, use the roster of the session, or
          print its sign-in sheet.
        </p>
      </noscript>
      {door && state?.isOpen ? (
        <>
          <Said state={state} update={update} />
          {state.sealed ? (
            <Sealed state={state} />
          ) : found ? (
            <>
              <p>
                <a href="#sessions" className="link inline-flex min-h-11 items-center">
                  All sessions on this device
                </a>
              </p>
              <DoorRoster door={door} {...found} queue={state.queue}>
                <Counts door={door} state={state} />
              </DoorRoster>
            </>
          ) : (
            <>
              <Counts door={door} state={state} />
              <KeptList door={door} state={state} />
            </>
          )}
          {state.sealed ? null : <Told door={door} state={state} />}
        </>
      ) : (
        <p role="status" className="scripted:block text-soft">
          Opening what this device keeps …
        </p>
      )}
    </Page>
  );
}

interface PartProps {
  door: Door;
  state: DoorState;
}

/** What is always in sight: whether there is a line, what waits, and what is saved. */
function Counts({ door, state }: PartProps) {
  const isOnline = useOnline();
  const { queue, rosters, device, isCut } = state;
  const waiting = queue.filter(({ record }) => record.refused === null).length;
  const saved = rosters.flatMap(({ marks }) => marks).filter((mark) => mark.device === device).length;
  const hasLine = isOnline && !isCut;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1" aria-live="polite">
      <Status tone={hasLine ? "good" : "attention"}>{hasLine ? "Connected" : "No network"}</Status>
      <p>
        <strong className="tabular-nums">{waiting}</strong> queued on this device ·{" "}
        <strong className="tabular-nums">{saved}</strong> saved
      </p>
      {waiting > 0 ? (
        <Button size="sm" variant="secondary" onClick={() => void door.refresh()}>
          Send now
        </Button>
      ) : null}
    </div>
  );
}

/** What is to be known before the first mark. */
const Warning = ({ words }: { words: string | null }) =>
  words === null ? null : (
    <Notice tone="attention" title="Before the first mark">
      {words}
    </Notice>
  );

function KeptList({ door, state }: PartProps) {
  if (state.rosters.length === 0) {
    return (
      <>
        <Warning words={state.warning} />
        <EmptyState
          title="No roster is kept on this device"
          action={
            <a href="/facilitator" {...buttonLook({})}>
              Your sessions
            </a>
          }
        >
          <p>Open the roster of a session while there is a network, and choose “Keep on this device”.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Warning words={state.warning} />
      <ul className="grid gap-6">
        {state.rosters.map((roster) => (
          <li key={roster.offeringId}>
            <KeptOffering door={door} roster={roster} />
          </li>
        ))}
      </ul>
    </>
  );
}

function KeptOffering({ door, roster }: { door: Door; roster: KeptRoster }) {
  const { offeringId, title, sessions, people, until } = roster;
  const zone = sessions[0]?.timeZone ?? "America/Los_Angeles";
  return (
    <section aria-labelledby={offeringId} className="grid gap-2">
      <h2 id={offeringId} className="text-lg font-semibold">
        {title}
      </h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <a href={`#${session.id}`} className="link inline-flex min-h-11 items-center">
              {formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}
            </a>
          </li>
        ))}
      </ul>
      <p className="text-[0.9375rem] text-soft">
        Kept here: names of {plural(people.length, "person", "people")}, times and places of the sessions, and marks. No
        addresses, no other records. Until {formatDateTime(until, zone)}.
      </p>
      <p>
        <Button variant="quiet" size="sm" onClick={() => void door.remove(offeringId)}>
          Take it off this device<span className="sr-only">: {title}</span>
        </Button>
      </p>
    </section>
  );
}
