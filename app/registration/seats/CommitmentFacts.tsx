import { priceInWords } from "~/catalog/offerings/price";
import { formatDateTime } from "~/platform/format";
import { Facts, Notice } from "~/ui/frame/Page";
import type { Commitment } from "./commitment";

interface CommitmentFactsProps extends Commitment {
  timeZone: string;
  /** What comes back to whom cancels, in words; null where nothing is promised. */
  refund: string | null;
  now: number;
}

/** What a seat costs, and until when it can be given up, before it is taken. */
export function CommitmentFacts({ priceCents, withdrawBy, timeZone, refund, now }: CommitmentFactsProps) {
  const until = formatDateTime(withdrawBy, timeZone);
  return (
    <>
      {withdrawBy <= now ? (
        <Notice tone="attention" title="You could not withdraw by yourself any more">
          <p>The last day for that was {until}. If you cannot come after all, you would have to ask the provider.</p>
        </Notice>
      ) : null}
      <Facts
        items={[
          { label: "Price", value: priceInWords(priceCents) },
          { label: "Cancel by yourself until", value: withdrawBy <= now ? null : until },
          { label: "If you cancel", value: refund },
        ]}
      />
    </>
  );
}

/** What a button that takes a seat says: what it costs, where it costs something. */
export const labelWithPrice = (label: string, priceCents: number): string =>
  priceCents === 0 ? label : `${label} for ${priceInWords(priceCents)}`;
