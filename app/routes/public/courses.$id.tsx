import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Designations } from "~/catalog/courses/Designations";
import { Objectives } from "~/catalog/courses/Objectives";
import { OfferingCard } from "~/desks/public/OfferingCard";
import { describeCourse } from "~/desks/public/structured-data";
import { getPublicCourse } from "~/desks/public/public-catalog.server";
import { origin } from "~/platform/env.server";
import { getContext } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { publicMeta } from "~/platform/http/public-meta";
import { param } from "~/platform/http/responses.server";
import { registrationWindowAt } from "~/registration/seats/window";
import { countStatuses } from "~/registration/seats/registration-row.server";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Facts, Page, Section } from "~/ui/frame/Page";

export const meta = ({ data: loaded, matches }: MetaArgs<typeof loader>) =>
  loaded
    ? publicMeta(matches, {
        title: loaded.course.title,
        description: loaded.course.summary,
        path: `/courses/${loaded.course.id}`,
        structured: loaded.structured,
      })
    : pageTitle("Course");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const found = getPublicCourse(ctx.db, ctx.now, param(params, "id"));
  const countsOf = countStatuses(
    ctx.db,
    found.offerings.map(({ id }) => id),
  );
  const coming = found.offerings.map((offering) => ({
    ...offering,
    window: registrationWindowAt(offering, ctx.now),
    seats: { capacity: offering.capacity, waitlistLimit: offering.waitlistLimit, ...countsOf(offering.id) },
  }));
  const described = { ...found, offerings: coming };
  return data({ ...described, structured: ctx.actor ? null : describeCourse(origin, described) });
}

export default function CoursePage() {
  const { course, area, providerName, designations, audiences, offerings } = useLoaderData<typeof loader>();
  return (
    <Page title={course.title} lead={course.summary} breadcrumbs={[{ label: "Catalog", to: "/catalog" }]}>
      <Designations items={designations.map((designation) => ({ designation }))} />
      <Section title="Dates">
        {offerings.length > 0 ? (
          <div className="grid gap-4 md:grid-cols-2">
            {offerings.map((offering) => (
              <OfferingCard key={offering.id} offering={offering} />
            ))}
          </div>
        ) : (
          <EmptyState
            title="No dates are planned right now"
            action={
              <LinkButton to={`/catalog?area=${course.programArea}`} variant="secondary">
                See other courses in {area}
              </LinkButton>
            }
          />
        )}
      </Section>
      <Section title="About this course">
        <div className="prose max-w-[65ch]">
          {course.description.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Section>
      <Objectives objectives={course.objectives} />
      <Section title="Details">
        <Facts
          items={[
            { label: "Program area", value: area },
            { label: "For", value: audiences.map(({ name }) => name).join(", ") },
            { label: "Standards", value: course.standards },
            { label: "Provider", value: providerName },
          ]}
        />
      </Section>
    </Page>
  );
}
