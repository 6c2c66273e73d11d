import { Lines, Where } from "~/catalog/offerings/Arrival";
import { hasContact } from "~/catalog/providers/contact";
import { ProviderContact } from "~/catalog/providers/ProviderContact";
import { formatSessionLine } from "~/platform/format";
import { holdsSeat } from "~/registration/seats/status";
import { LinkButton } from "~/ui/Button";
import { Facts, Section } from "~/ui/frame/Page";
import type { getMyRegistration } from "./registration-page.server";
import { Link } from "~/ui/Link";

/** Sessions, place and terms of an offering, for somebody who is registered. */
export function WhenAndWhere({ page }: { page: ReturnType<typeof getMyRegistration> }) {
  const { registration, offering, title, sessions } = page;
  return (
    <Section
      title="When and where"
      actions={
        holdsSeat(registration.status) ? (
          <LinkButton
            to={`/registrations/${registration.id}/calendar`}
            variant="secondary"
            size="sm"
            reloadDocument
            download="hourbook.ics"
          >
            Add to my calendar
          </LinkButton>
        ) : undefined
      }
    >
      <Facts
        items={[
          {
            label: "Sessions",
            value: (
              <ul className="grid gap-1">
                {sessions.map((session) => (
                  <li key={session.id}>
                    {formatSessionLine(session.startsAt, session.endsAt, session.timeZone, session.ownMinutes)}
                    {session.place ? `, ${session.place}` : ""}
                    {session.joinPath ? (
                      <>
                        {" · "}
                        <Link to={session.joinPath} className="link">
                          Join online
                        </Link>
                      </>
                    ) : null}
                  </li>
                ))}
              </ul>
            ),
          },
          { label: "Where", value: <Where {...offering} map={page.map} /> },
          { label: "Parking and arrival", value: page.arrival && <Lines text={page.arrival} /> },
          { label: "Bring along", value: offering.bring && <Lines text={offering.bring} /> },
          { label: "If you withdraw", value: page.registration.status === "registered" ? page.refundTerms : null },
          {
            label: "Questions",
            value: hasContact(page.contact) ? <ProviderContact contact={page.contact} /> : null,
          },
          {
            label: "Offering",
            value: (
              <Link to={`/offerings/${offering.id}`} className="link">
                {offering.inServiceNumber ?? title}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  );
}
