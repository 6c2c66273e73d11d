import { Status } from "~/ui/Status";
import { type WorkplaceOn, workplaceInWords } from "./workplace";

/** Where somebody worked on a day, for staff: hours without a confirmed workplace reach no HR. */
export function WorkplaceStatus({ workplace }: { workplace: WorkplaceOn | null }) {
  if (workplace?.confirmed) return workplaceInWords(workplace);
  return <Status tone={workplace ? "waiting" : "attention"}>{workplace ? workplaceInWords(workplace) : "None"}</Status>;
}
