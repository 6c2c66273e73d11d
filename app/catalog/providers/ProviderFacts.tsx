import { ORGANISATION_KIND_LABELS, type OrganisationKind } from "~/people/roles/role";
import { formatPlainDate, zoneLabel } from "~/platform/format";
import { Facts, Section } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

interface ProviderFactsProps {
  provider: {
    id: string;
    shortName: string;
    timeZone: string;
    address: string | null;
    designeeName: string | null;
    designeeTitle: string | null;
    contactName: string | null;
    contactEmail: string | null;
    contactPhone: string | null;
  };
  organisation: { id: string; name: string; kind: OrganisationKind };
  policyFrom: string | null;
}

/** What a provider is, whom people ask, and who signs for it. */
export function ProviderFacts({ provider, organisation, policyFrom }: ProviderFactsProps) {
  const { contactName, contactEmail, contactPhone, designeeName, designeeTitle } = provider;
  const listed = (parts: (string | null)[]) => parts.filter(Boolean).join(", ");
  return (
    <Section title="At a glance">
      <Facts
        items={[
          { label: "Short name", value: provider.shortName },
          {
            label: "Organization",
            value: (
              <Link to={`/admin/organizations/${organisation.id}`} className="link">
                {organisation.name}
              </Link>
            ),
          },
          { label: "Kind", value: ORGANISATION_KIND_LABELS[organisation.kind] },
          { label: "Time zone", value: zoneLabel(provider.timeZone) },
          { label: "Contact", value: listed([contactName, contactEmail, contactPhone]) || "Nobody is named yet" },
          { label: "Designee", value: listed([designeeName, designeeTitle]) },
          { label: "Address", value: provider.address },
          {
            label: "Policy in force",
            value: policyFrom ? `since ${formatPlainDate(policyFrom)}` : "None",
          },
        ]}
      />
    </Section>
  );
}
