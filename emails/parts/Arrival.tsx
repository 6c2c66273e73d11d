import { Facts } from "./Facts";
import { TextLink } from "./links";

/** What people need to come to an offering. */
export interface ArrivalFacts {
  /** Parking, door, step-free way. */
  arrival: string | null;
  mapUrl: string | null;
  /** What to bring along. */
  bring: string | null;
  /** Whom to ask, on one line. */
  contact: string | null;
}

/** How to get there, what to bring along and whom to ask; nothing where nothing is known. */
export function Arrival({ arrival, mapUrl, bring, contact }: ArrivalFacts) {
  return (
    <>
      {(arrival ?? bring ?? contact) ? (
        <Facts
          facts={[
            { label: "Parking and arrival", value: arrival },
            { label: "Bring along", value: bring },
            { label: "Questions", value: contact },
          ]}
        />
      ) : null}
      {mapUrl ? <TextLink href={mapUrl}>See it on a map</TextLink> : null}
    </>
  );
}

/** What a preview shows of it. */
export const ARRIVAL_EXAMPLE: ArrivalFacts = {
  arrival: "Park behind the building; the step-free door is on Oak Street.",
  mapUrl: "https://www.openstreetmap.org/search?query=100%20Sample%20Way%2C%20Renton",
  bring: "A laptop, and a photo of your classroom.",
  contact: "Clock hours office, clockhours@example.org, 425-555-0100",
};
