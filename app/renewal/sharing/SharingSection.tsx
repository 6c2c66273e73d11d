import { Form } from "@remix-run/react";
import { formatDate } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import type { Share } from "./sharing.server";

/** To whose HR a person shows what their renewal takes. */
export function SharingSection({ shares }: { shares: readonly Share[] }) {
  if (shares.length === 0) return null;
  return (
    <Section
      title="Who sees this"
      description="You alone, unless you show it. HR then sees what your renewal takes and by when, while you work there: neither your papers’ history nor what you try."
    >
      <ul className="grid max-w-2xl gap-3">
        {shares.map(({ organisationId, name, sharedAt }) => (
          <li key={organisationId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div>
              <p className="font-semibold">{name}</p>
              <p className="text-soft">
                {sharedAt === null ? "Sees nothing of it." : `Sees it since ${formatDate(sharedAt, REGION_TIME_ZONE)}.`}
              </p>
            </div>
            <Form method="post" preventScrollReset>
              <Hidden name="organisation" value={organisationId} />
              <SubmitButton intent={sharedAt === null ? "share" : "stop-sharing"} variant="secondary">
                {sharedAt === null ? "Show it to HR" : "Stop showing it"}
                <span className="sr-only"> of {name}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
