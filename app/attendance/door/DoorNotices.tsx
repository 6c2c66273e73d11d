import { plural } from "~/platform/format";
import { Button, buttonLook } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";
import type { Door, DoorState } from "./door";

/** What went wrong, and that there is a newer version of the page. */
export function Said({ state, update }: { state: DoorState; update: (() => void) | null }) {
  if (!state.trouble && !update) return null;
  return (
    <div className="grid gap-3">
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

/** Nothing is shown before the same person has signed in. */
export function Sealed({ state: { sealed, owner, queue } }: { state: DoorState }) {
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

/** What the server said of marks: those that wait in the inbox, those it refused, and those of others on this device. */
export function Told({ door, state: { held, queue, others, rosters } }: { door: Door; state: DoorState }) {
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
