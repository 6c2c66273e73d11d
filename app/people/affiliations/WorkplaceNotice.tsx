import { formatPlainDate } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";
import type { WorkplaceOn } from "./workplace";

/** Tells a person that hours of a day reach no HR yet, and what to do; nothing where they do. */
export function WorkplaceNotice({ workplace, completedOn }: { workplace: WorkplaceOn | null; completedOn: string }) {
  if (workplace?.confirmed) return null;
  if (workplace)
    return (
      <Notice tone="info" title={`These hours wait for ${workplace.organisation}’s HR`}>
        <p>It sees them once it has confirmed that you worked there on {formatPlainDate(completedOn)}.</p>
      </Notice>
    );
  return (
    <Notice
      tone="attention"
      title={`No district is entered for ${formatPlainDate(completedOn)}`}
      action={
        <LinkButton to="/profile" variant="secondary">
          Say where you worked
        </LinkButton>
      }
    >
      <p>No HR sees these hours. Your certificate and transcript hold them all the same.</p>
    </Notice>
  );
}
