import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { CRITERIA } from "~/hr/local-rules/local-rule";
import { newLocalRuleForm, toRuleDraft } from "~/hr/local-rules/local-rule-form";
import { addRule, LOCAL_RULE_REFUSALS, listMyRules } from "~/hr/local-rules/local-rule.server";
import { LocalRuleFields } from "~/hr/local-rules/LocalRuleFields";
import { ruleInWords } from "~/hr/local-rules/rule-words";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { DEFAULT_CUTOFF } from "~/reminders/salary-cutoff";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Local rules");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const organisations = listMyOrganisations(ctx).map(({ id, name }) => ({ value: id, label: name }));
  return data({ rules: listMyRules(ctx), organisations });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, newLocalRuleForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "local-rule", form.once, () => addRule(ctx, form.value));
  if (!outcome.ok) {
    const { words, field } = LOCAL_RULE_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  throw await redirectWithToast("/hr/local-rules", "The rule is kept.");
}

const NOTHING = {
  ...{ acceptedFrom: null, acceptedTo: null, leastPerCourse: 0, leastPerYear: 0, mostPerYear: null },
  ...{ criteria: [...CRITERIA], afterDegree: false, onceOnly: false },
};
const EMPTY = toRuleDraft({ fromDate: "", cutoff: DEFAULT_CUTOFF, rule: NOTHING });

export default function LocalRules() {
  const { rules, organisations } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Local rules"
      lead="What your district lets count for pay. Rows that fail a rule are flagged with its words on people’s pages and in exports; none is left out."
      actions={
        <LinkButton to="/hr/cut-off" variant="secondary">
          Salary cut-off
        </LinkButton>
      }
    >
      <DataTable
        caption="Local rules"
        rows={rules}
        rowKey={({ id }) => id}
        empty={<EmptyState title="There is no rule yet">Until then, everything counts.</EmptyState>}
        columns={[
          {
            key: "from",
            header: "Holds from",
            primary: true,
            cell: ({ id, fromDate }) => (
              <Link to={`/hr/local-rules/${id}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
                {formatPlainDate(fromDate)}
              </Link>
            ),
          },
          { key: "organisation", header: "Organization", cell: ({ organisation }) => organisation },
          {
            key: "says",
            header: "What it says",
            cell: (rule) => (
              <ul>
                {ruleInWords(rule).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Section title="Add a rule">
        <div className="max-w-2xl">
          <LocalRuleFields
            key={rules.length}
            lastResult={useActionData<typeof action>()?.result}
            draft={EMPTY}
            organisations={organisations}
            submitLabel="Add the rule"
          />
        </div>
      </Section>
    </Page>
  );
}
