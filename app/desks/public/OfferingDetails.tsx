import { FeeNote } from "~/billing/fees/FeeNote";
import { Designations } from "~/catalog/courses/Designations";
import { Lines, Where } from "~/catalog/offerings/Arrival";
import { Instructors } from "~/catalog/offerings/Instructors";
import { MODALITY_LABELS } from "~/catalog/offerings/offering-state";
import { priceInWords } from "~/catalog/offerings/price";
import { hasContact } from "~/catalog/providers/contact";
import { ProviderContact } from "~/catalog/providers/ProviderContact";
import { formatDateTime } from "~/platform/format";
import { Facts } from "~/ui/frame/Page";
import type { Registering } from "./offering-page.server";
import type { getPublicOffering } from "./public-catalog.server";

interface OfferingDetailsProps
  extends
    Omit<ReturnType<typeof getPublicOffering>, "policy" | "sessions">,
    Pick<Registering, "withdrawBy" | "refund"> {
  /** Of claiming all hours. */
  feeCents: number;
  audiences: { name: string }[];
  prerequisites: { title: string }[];
}

/** What there is to know of an offering beside its sessions. */
export function OfferingDetails(page: OfferingDetailsProps) {
  const { offering, provider, instructors, designations } = page;
  const { timeZone } = offering;
  return (
    <Facts
      items={[
        { label: "How", value: MODALITY_LABELS[offering.modality] },
        { label: "Where", value: <Where {...offering} map={page.map} /> },
        { label: "Parking and arrival", value: page.arrival && <Lines text={page.arrival} /> },
        { label: "Bring along", value: offering.bring && <Lines text={offering.bring} /> },
        { label: "District", value: page.hostName },
        { label: "Price", value: priceInWords(offering.priceCents) },
        { label: "Clock-hour fee", value: <FeeNote cents={page.feeCents} minutes={offering.approvedMinutes} /> },
        {
          label: "Designations",
          value: designations.length > 0 ? <Designations items={designations} /> : null,
        },
        { label: "Taught by", value: <Instructors instructors={instructors} /> },
        {
          label: "Registration closes",
          value: formatDateTime(offering.registrationClosesAt ?? offering.startsAt, timeZone),
        },
        {
          label: "Only for",
          value: offering.audienceOnly ? page.audiences.map(({ name }) => name).join(", ") : null,
        },
        {
          label: "Take first",
          value: page.prerequisites.length > 0 ? page.prerequisites.map(({ title }) => title).join(", ") : null,
        },
        {
          label: "Supervisor",
          value: offering.supervisorHours === null ? null : "Your supervisor approves your seat",
        },
        { label: "Cancel by yourself until", value: formatDateTime(page.withdrawBy, timeZone) },
        { label: "In-service number", value: offering.inServiceNumber },
        { label: "Program area", value: page.area },
        { label: "Provider", value: provider.name },
        {
          label: "Questions",
          value: hasContact(page.contact) ? <ProviderContact contact={page.contact} /> : null,
        },
        { label: "If you cancel", value: page.refund },
      ]}
    />
  );
}
