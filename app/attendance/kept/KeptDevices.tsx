import { formatDateTime } from "~/platform/format";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { listDevices } from "./kept-roster.server";

interface KeptDevicesProps {
  devices: ReturnType<typeof listDevices>;
  timeZone: string;
}

/** The devices that keep this offering's roster, and how one is taken off. */
export function KeptDevices({ devices, timeZone }: KeptDevicesProps) {
  return (
    <Section
      title="Devices that keep this roster"
      description="A device that is lost or not yours is taken off here. It keeps nothing after its next contact, and what it still sends waits above."
    >
      {devices.length === 0 ? <p className="text-soft">No device keeps it.</p> : null}
      <ul className="grid gap-3">
        {devices.map(({ id, label, whose, keptAt, contactAt, removedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                {label} of {whose}
              </p>
              <p className="text-[0.9375rem] text-soft">
                Since {formatDateTime(keptAt, timeZone)}, last heard of {formatDateTime(contactAt, timeZone)}
              </p>
            </div>
            {removedAt === null ? (
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
            ) : (
              <Status tone="ended">Taken off {formatDateTime(removedAt, timeZone)}</Status>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
