import { formatDateTime, formatSessionLine, plural } from "~/platform/format";
import type { KeptRoster } from "~/attendance/kept/kept-roster";
import { Button, buttonLook } from "~/ui/Button";
import { EmptyState, Notice, Page } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { Door, DoorState } from "./door";
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
          <Waiting door={door} state={state} update={update} />
          {state.sealed ? (
            <Sealed state={state} />
          ) : found ? (
            <>
              <p>
                <a href="#sessions" className="link inline-flex min-h-11 items-center">
                  All sessions on this device
                </a>
              </p>
              <DoorRoster door={door} {...found} queue={state.queue} />
            </>
          ) : (
            <KeptList door={door} state={state} />
          )}
          <Told door={door} state={state} />
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

/** What is always in sight: the line, what waits, what is saved, and what is to be known before the first mark. */
function Waiting({ door, state, update }: PartProps & { update: (() => void) | null }) {
  const isOnline = useOnline();
  const { queue, rosters, device, isCut } = state;
  const waiting = queue.filter(({ record }) => record.refused === null).length;
  const saved = rosters.flatMap(({ marks }) => marks).filter((mark) => mark.device === device).length;
  const hasLine = isOnline && !isCut;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2" aria-live="polite">
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
      {state.warning ? (
        <Notice tone="attention" title="Before the first mark">
          {state.warning}
        </Notice>
      ) : null}
      {state.trouble ? (
        <div role="alert">
          <Notice tone="attention" title="This did not work">
            {state.trouble}
          </Notice>
        </div>
      ) : null}
      {update ? (
        <Notice
          tone="info"
          title="A newer version of this page is here"
          action={
            <Button size="sm" variant="secondary" onClick={update}>
              Take it
            </Button>
          }
        >
          What waits on this device stays.
        </Notice>
      ) : null}
    </div>
  );
}

function Sealed({ state: { sealed, owner, queue } }: { state: DoorState }) {
  const whose = owner?.name ?? "somebody";
  const waits = queue.length > 0 ? ` ${plural(queue.length, "mark")} of theirs wait, sealed, and are sent then.` : "";
  return (
    <Notice
      tone="attention"
      title={sealed === "somebody-else" ? `This device keeps rosters of ${whose}` : "Your session has ended"}
      action={
        <a href="/sign-in?next=/door" {...buttonLook({ size: "sm" })}>
          Sign in
        </a>
      }
    >
      {`Rosters are shown again when ${whose} signs in.${waits}`}
    </Notice>
  );
}

function KeptList({ door, state }: PartProps) {
  if (state.rosters.length === 0) {
    return (
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
    );
  }
  return (
    <ul className="grid gap-6">
      {state.rosters.map((roster) => (
        <li key={roster.offeringId}>
          <KeptOffering door={door} roster={roster} />
        </li>
      ))}
    </ul>
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

/** What the server said of marks: those that wait in the inbox, those it refused, and those of others on this device. */
function Told({ door, state: { held, queue, others, rosters } }: PartProps) {
  const refused = queue.filter(({ record }) => record.refused !== null);
  return (
    <>
      {held.length > 0 ? (
        <Notice tone="attention" title={`${plural(held.length, "mark waits", "marks wait")} for a word at the desk`}>
          <ul>
            {held.map(({ name, words }, index) => (
              <li key={`${name} ${index}`}>
                {name}: {words}
              </li>
            ))}
          </ul>
          {rosters.map(({ offeringId, title }) => (
            <p key={offeringId}>
              <a href={`/facilitator/offerings/${offeringId}/inbox`} className="link">
                Marks from devices: {title}
              </a>
            </p>
          ))}
        </Notice>
      ) : null}
      {refused.length > 0 ? (
        <Notice tone="attention" title={`${plural(refused.length, "mark was", "marks were")} refused`}>
          <ul className="grid gap-2">
            {refused.map((queued) => (
              <li key={queued.place} className="flex flex-wrap items-center gap-x-3">
                <span>
                  {queued.record.name}: {queued.record.refused}
                </span>
                <Button variant="quiet" size="sm" onClick={() => void door.dismiss(queued)}>
                  I have seen it
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {others > 0 ? (
        <Notice tone="info" title={`${plural(others, "mark")} of somebody else wait on this device`}>
          They are sealed, and are sent when whoever made them signs in here.
        </Notice>
      ) : null}
    </>
  );
}
