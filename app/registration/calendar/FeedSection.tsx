import { Form } from "@remix-run/react";
import { buttonLook, SubmitButton } from "~/ui/Button";
import { CopyButton } from "~/ui/CopyButton";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";
import { feedLinks } from "./feed-links";

/** The private address at which calendar programs find a person's sessions. */
export function FeedSection({ address }: { address: string | null }) {
  return (
    <Section
      title="In your calendar"
      description="A private address that your calendar program can subscribe to. Sessions appear there by themselves, and change or go when they do."
    >
      {address === null ? (
        <Form method="post">
          <SubmitButton intent="renew-feed" variant="secondary">
            Make an address
          </SubmitButton>
        </Form>
      ) : (
        <div className="grid gap-3">
          <label className="grid max-w-3xl gap-1 font-semibold">
            Address to subscribe to
            <input
              readOnly
              value={address}
              className="input font-normal"
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
          <Subscribing address={address} />
          <p className="text-soft">
            Whoever has it sees your sessions. Do not share it. Google and Outlook look for changes every few hours.
          </p>
          <div className="flex flex-wrap gap-3">
            <ConfirmDialog
              trigger="Get a new address"
              title="Get a new address?"
              confirmLabel="Get a new address"
              confirmVariant="primary"
              intent="renew-feed"
            >
              <p>The old one stops working, and you subscribe again with the new one.</p>
            </ConfirmDialog>
            <ConfirmDialog
              trigger="Stop it"
              variant="quiet"
              title="Stop the calendar address?"
              confirmLabel="Stop it"
              intent="end-feed"
            >
              <p>Calendar programs that use it will find nothing.</p>
            </ConfirmDialog>
          </div>
        </div>
      )}
    </Section>
  );
}

function Subscribing({ address }: { address: string }) {
  const { webcal, google, outlook } = feedLinks(address);
  const look = buttonLook({ variant: "secondary" });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <CopyButton text={address} label="Copy the address" />
      <a href={webcal} {...look}>
        Open in a calendar program
      </a>
      <a href={google} target="_blank" rel="noreferrer" {...look}>
        Add to Google<span className="sr-only"> Calendar (opens a new tab)</span>
      </a>
      <a href={outlook} target="_blank" rel="noreferrer" {...look}>
        Add to Outlook<span className="sr-only"> (opens a new tab)</span>
      </a>
    </div>
  );
}
