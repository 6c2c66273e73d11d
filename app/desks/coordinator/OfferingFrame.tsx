import type { ReactNode } from "react";
import type { OfferingState } from "~/catalog/offerings/offering-state";
import { OfferingStatus } from "~/catalog/state-words";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";

interface OfferingFrameProps {
  offering: {
    id: string;
    courseId: string;
    state: OfferingState;
    inServiceNumber: string | null;
    publishedAt: number | null;
  };
  title: string;
  current: "overview" | "people" | "edit";
  children: ReactNode;
}

/** What stands around every view of a coordinator's offering. */
export function OfferingFrame({ offering, title, current, children }: OfferingFrameProps) {
  const { id, state } = offering;
  const isPublic = state === "published" || (state === "cancelled" && offering.publishedAt !== null);
  const at = `/coordinator/offerings/${id}`;
  return (
    <Page
      title={title}
      width={current === "people" ? "wide" : "normal"}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 text-base">
          <OfferingStatus state={state} />
          {offering.inServiceNumber}
        </span>
      }
      breadcrumbs={[
        { label: "Offerings", to: "/coordinator" },
        { label: "Course", to: `/coordinator/courses/${offering.courseId}` },
      ]}
      actions={
        <>
          <LinkButton to={`/coordinator/offerings/new?course=${offering.courseId}&copy=${id}`} variant="secondary">
            Copy
          </LinkButton>
          <LinkButton to={`/facilitator/offerings/${id}/materials`} variant="secondary">
            Materials
          </LinkButton>
          {isPublic ? (
            <LinkButton to={`/offerings/${id}`} variant="secondary">
              See its public page
            </LinkButton>
          ) : null}
        </>
      }
    >
      <Tabs
        label="Views of this offering"
        tabs={[
          { label: "Overview", to: at, current: current === "overview" },
          { label: "People", to: `${at}/people`, current: current === "people" },
          ...(state === "cancelled" ? [] : [{ label: "Edit", to: `${at}?view=edit`, current: current === "edit" }]),
        ]}
      />
      {children}
    </Page>
  );
}
