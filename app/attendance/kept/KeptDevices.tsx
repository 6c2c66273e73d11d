import { formatDateTime, plural } from "~/platform/format";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { listDevices } from "./kept-device.server";

type Device = ReturnType<typeof listDevices>[number];

interface KeptDevicesProps {
  devices: Device[];
  timeZone: string;
}

/** The devices that keep this offering's roster or kept it, and how one is taken off. */
export function KeptDevices({ devices, timeZone }: KeptDevicesProps) {
  return (
    <Section
      title="Devices that keep this roster"
      description="A device that is lost or not yours is taken off here. It keeps nothing after its next contact, and what it still sends waits above."
    >
      {devices.length === 0 ? <p className="text-soft">No device keeps it.</p> : null}
      <ul className="grid gap-3">
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-semibold">
                {device.label} of {device.whose}
              </p>
              <p className="text-[0.9375rem] text-soft">
                Since {formatDateTime(device.keptAt, timeZone)}, last heard of{" "}
                {formatDateTime(device.contactAt, timeZone)}
              </p>
              {device.state === "kept" ? null : <Status tone="ended">{endOf(device, timeZone)}</Status>}
              <StillThere {...{ device, timeZone }} />
            </div>
            {mayBringMarks(device) ? <TakeOff device={device} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function endOf({ state, removedAt, leftAt, until }: Device, timeZone: string): string {
  if (state === "removed") return `Taken off ${formatDateTime(removedAt ?? 0, timeZone)}`;
  if (state === "left") return `No roster there since ${formatDateTime(leftAt ?? 0, timeZone)}: no longer signed in`;
  return `No roster there since ${formatDateTime(until, timeZone)}: its time was over`;
}

/** Whether marks may still come from it, on which somebody should be able to have the last word. */
const mayBringMarks = ({ state, unsent }: Device): boolean => state === "kept" || (state !== "removed" && unsent !== 0);

/** What is on a device now. */
function StillThere({ device, timeZone }: { device: Device; timeZone: string }) {
  const words = wordsOf(device, timeZone);
  return words ? <p className="text-[0.9375rem]">{words}</p> : null;
}

function wordsOf({ state, unsent, until, whose }: Device, timeZone: string): string | null {
  if (state === "kept") return `Keeps it until ${formatDateTime(until, timeZone)}`;
  if (state === "removed" || unsent === 0) return null;
  if (unsent === null)
    return `Marks that it has not sent, if there are any, wait there, sealed, until ${whose} signs in on it.`;
  return `${plural(unsent, "mark waits", "marks wait")} there, sealed, until ${whose} signs in on it again.`;
}

function TakeOff({ device: { id, label, whose } }: { device: Device }) {
  return (
    <ConfirmDialog
      trigger="Take it off"
      size="sm"
      title={`Take off ${label} of ${whose}?`}
      confirmLabel="Take it off"
      intent="remove-device"
      values={{ keptId: id }}
    >
      It wipes the roster at its next contact. Marks that it has not sent yet are kept for you to decide on.
    </ConfirmDialog>
  );
}
