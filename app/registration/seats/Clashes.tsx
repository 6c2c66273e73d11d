import { Notice } from "~/ui/frame/Page";
import type { Clash } from "./clash.server";

/** Warns of sessions that the person holds at the same time (R9). A warning only: nothing is refused for it. */
export function Clashes({ clashes }: { clashes: Clash[] }) {
  if (clashes.length === 0) return null;
  return (
    <Notice tone="attention" title="This clashes with sessions that you hold">
      <ul className="grid gap-1">
        {clashes.map(({ title, when }) => (
          <li key={`${title} ${when}`}>
            {title}: {when}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
