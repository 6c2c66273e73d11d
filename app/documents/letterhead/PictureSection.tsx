import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { FileDrop } from "~/documents/checking/FileDrop";
import type { ImageKind } from "./image-kind";

interface PictureSectionProps {
  kind: ImageKind;
  title: string;
  description: string;
  /** The picture shown now, as an address; null for none. */
  shown: string | null;
  alt: string;
  lastResult: SubmissionResult<string[]> | null | undefined;
}

/** A picture on a provider's documents: what is shown, another one instead, or none. */
export function PictureSection({ kind, title, description, shown, alt, lastResult }: PictureSectionProps) {
  return (
    <Section title={title} description={description} id={kind}>
      <Refused result={lastResult} />
      {shown ? (
        <div className="flex flex-wrap items-center gap-4">
          <img
            src={shown}
            alt={alt}
            className="h-24 max-w-60 rounded-lg border border-line bg-white object-contain p-2"
          />
          <Form method="post">
            <Hidden name="kind" value={kind} />
            <SubmitButton intent="withdraw-image" variant="quiet">
              Show no {kind}
            </SubmitButton>
          </Form>
        </div>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="grid max-w-lg gap-4">
        <OnceField />
        <Hidden name="kind" value={kind} />
        <FileDrop
          id={`${kind}-file`}
          name="image"
          label={shown ? `Another ${kind}` : `A ${kind}`}
          hint="SVG with outlines only, or PNG; at most 256 KB."
          accept=".svg,.png,image/svg+xml,image/png"
          required
        />
        <div>
          <SubmitButton intent="show-image" variant="secondary">
            Show this {kind}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
