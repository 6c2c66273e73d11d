import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { formatPlainDate } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Facts, Section } from "~/ui/frame/Page";
import { Status, type Tone } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { periodInWords } from "./PolicyEffect";
import { touchedInWords } from "./policy-periods";
import type { PolicyVersion } from "./policy-versions.server";
import { POLICY_GROUPS } from "./policy-words";

const STATES: Record<PolicyVersion["state"], { tone: Tone; word: string }> = {
  coming: { tone: "waiting", word: "Coming" },
  "in-force": { tone: "good", word: "In force" },
  past: { tone: "ended", word: "Past" },
};

/** A provider's policies, newest first: when each counts, what it changes, what rests on it, and all of its values. */
export function PolicyVersions({ versions, providerId }: { versions: PolicyVersion[]; providerId: string }) {
  return versions.map((version) => (
    <Section
      key={version.id}
      title={
        <span className="flex flex-wrap items-center gap-x-3">
          From {formatPlainDate(version.fromDate)}
          <Status tone={STATES[version.state].tone}>{STATES[version.state].word}</Status>
        </span>
      }
      description={
        <>
          <p>{periodInWords(version.fromDate, version.untilDate)}.</p>
          <p>{touchedInWords(version.touched)}</p>
        </>
      }
      actions={
        version.fixed ? null : (
          <LinkButton to={`/admin/providers/${providerId}/policies/${version.id}`} variant="secondary" size="sm">
            {version.deletable ? "Change or delete" : "Change"}
            <span className="sr-only"> the policy from {formatPlainDate(version.fromDate)}</span>
          </LinkButton>
        )
      }
    >
      <Differences version={version} />
      <details open={version.state === "in-force"}>
        <summary className="link inline-block cursor-pointer py-1 pointer-coarse:py-2.5">All of its values</summary>
        <AllValues policy={version.policy} />
      </details>
    </Section>
  ));
}

function Differences({ version: { differences, isFirst, fromDate } }: { version: PolicyVersion }) {
  return (
    <DataTable
      caption={`What the policy from ${formatPlainDate(fromDate)} changes`}
      rows={differences}
      rowKey={({ label }) => label}
      empty={<p>{isFirst ? "The first one." : "The same values as before."}</p>}
      columns={[
        { key: "rule", header: "What it changes", primary: true, cell: ({ label }) => label },
        { key: "before", header: "Before", cell: ({ before }) => before },
        { key: "after", header: "From this day", cell: ({ after }) => after },
      ]}
    />
  );
}

function AllValues({ policy }: { policy: ProviderPolicy }) {
  return (
    <div className="mt-3 grid gap-6">
      {POLICY_GROUPS.map(({ title, rules }) => (
        <div key={title} className="grid gap-2">
          <h3 className="font-semibold">{title}</h3>
          <Facts items={rules.map(({ key, label, words }) => ({ label, value: words(policy[key]) }))} />
        </div>
      ))}
    </div>
  );
}
