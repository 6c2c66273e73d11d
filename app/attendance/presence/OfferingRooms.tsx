import { LinkButton } from "~/ui/Button";

const ROOMS = [
  ["materials", "Materials"],
  ["message", "Write to people"],
  ["team", "Who helps"],
  ["evaluation", "Evaluation"],
  ["inbox", "Marks from devices"],
] as const;

interface OfferingRoomsProps {
  offeringId: string;
  /** Whether there are sessions on people's own time. */
  hasSteps: boolean;
}

/** The ways from an offering's attendance to what else its facilitators do with it. */
export const OfferingRooms = ({ offeringId, hasSteps }: OfferingRoomsProps) =>
  [...(hasSteps ? [["steps", "Steps"] as const] : []), ...ROOMS].map(([at, label]) => (
    <LinkButton key={at} to={`/facilitator/offerings/${offeringId}/${at}`} variant="secondary">
      {label}
    </LinkButton>
  ));
