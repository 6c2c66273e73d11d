import { useContext, useEffect, useState } from "react";
import { formatTime, plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";
import { FindLeaving, type Leaving, NOTHING_KEPT } from "~/ui/frame/unsent";

interface RunningProps {
  running: { id: string; startedAt: number; endsAt: number; startedBy: string }[];
  timeZone: string;
}

/** The kiosks of a session that mark people now, each with the way to end it from here. */
export function RunningKiosks({ running, timeZone }: RunningProps) {
  if (running.length === 0) return null;
  return (
    <Section title="Running now">
      <ul className="grid gap-3">
        {running.map(({ id, startedAt, endsAt, startedBy }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3">
            <span>
              Started at {formatTime(startedAt, timeZone)} by {startedBy}, until {formatTime(endsAt, timeZone)}
            </span>
            <ConfirmDialog
              trigger="End it"
              variant="secondary"
              title={`End the kiosk of ${formatTime(startedAt, timeZone)}?`}
              confirmLabel="End the kiosk"
              intent="end"
              values={{ kioskId: id }}
            >
              Nobody can mark themselves on that device any more. What was marked stays.
            </ConfirmDialog>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What this device keeps of the facilitator, once scripts have looked. */
function useLeaving(): Leaving {
  const find = useContext(FindLeaving);
  const [leaving, setLeaving] = useState(NOTHING_KEPT);
  useEffect(() => void find().then(setLeaving), [find]);
  return leaving;
}

/** Makes the browser that it is sent from a kiosk. */
export function StartKiosk({ lastResult }: { lastResult: Parameters<typeof useServerForm>[0]["lastResult"] }) {
  const [form, fields] = useServerForm<{ pin: string; pinAgain: string }>({ id: "start", lastResult });
  const { device, unsent } = useLeaving();
  const pin = { type: "password", inputMode: "numeric", autoComplete: "off", maxLength: 8, required: true } as const;
  return (
    <Section title="Make this device a kiosk">
      <div className="prose max-w-[65ch]">
        <p>
          Leave this device at the door. People type three letters of their name, or scan their check-in pass, and say
          that they are here or leaving. They see a first name and the beginning of a last name, and no list.
        </p>
        <ul>
          {unsent ? (
            <li>
              <strong>{plural(unsent.count, "mark")} from the door</strong> {unsent.count === 1 ? "is" : "are"} not sent
              yet. What you do not{" "}
              <a href="/door" className="link">
                send first
              </a>{" "}
              waits on this device, sealed, until you sign in on it again.
            </li>
          ) : null}
          <li>You are signed out here, and rosters that are kept on this device are taken off it.</li>
          <li>The marks count as yours. The roster shows them, “at the kiosk”, and takes them back like any mark.</li>
          <li>
            Leaving it needs the PIN. If you forget it, end the kiosk on this page from another device. It ends by
            itself half an hour after the session.
          </li>
        </ul>
      </div>
      <FormFrame form={form} keeps={false} className="grid max-w-md gap-6">
        <input type="hidden" name="device" value={device ?? ""} />
        <input type="hidden" name="unsent" value={device ? (unsent?.count ?? 0) : ""} />
        <TextField
          field={fields.pin}
          label="A PIN for leaving"
          hint="4 to 8 digits, of your own choice for this session."
          {...pin}
        />
        <TextField field={fields.pinAgain} label="The PIN once more" {...pin} />
        <div>
          <SubmitButton intent="start">Sign me out and start the kiosk</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
