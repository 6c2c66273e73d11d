import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getPublicMicrocredential } from "~/desks/microcredentials/public-page.server";
import { StartSection } from "~/desks/microcredentials/StartSection";
import { DefinitionView } from "~/microcredentials/definitions/DefinitionView";
import { startForm } from "~/microcredentials/portfolios/portfolio-form";
import { PORTFOLIO_REFUSALS } from "~/microcredentials/portfolios/refusal";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import { getContext, requireEducator } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { publicMeta } from "~/platform/http/public-meta";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { TryLink } from "~/renewal/what-if/TryLink";
import { Refused } from "~/ui/Refused";
import { Link } from "~/ui/Link";

export const meta = ({ data: loaded, matches }: MetaArgs<typeof loader>) =>
  loaded
    ? publicMeta(matches, {
        title: loaded.microcredential.title,
        description: loaded.definition.competency,
        path: `/microcredentials/${loaded.microcredential.id}`,
      })
    : pageTitle("Micro-credential");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getPublicMicrocredential(await getContext(request), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const id = param(params, "id");
  const form = await readForm(request, startForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, `portfolio ${id}`, form.once, () => startPortfolio(ctx, id));
  if (!outcome.ok && outcome.reason === "unknown-microcredential") throw notFound();
  if (!outcome.ok) return form.refuse(PORTFOLIO_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/portfolios/${outcome.value.id}`, "Your portfolio is begun. Nobody sees it but you.");
}

export default function Microcredential() {
  const { microcredential, provider, definition, howLong, approvedMinutes, prerequisites, stack, mine } =
    useLoaderData<typeof loader>();
  const { id, title, state } = microcredential;
  return (
    <Page
      title={title}
      lead={provider}
      breadcrumbs={[{ label: "Micro-credentials", to: "/microcredentials" }]}
      actions={approvedMinutes ? <TryLink id={id} /> : null}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <StartSection id={id} state={state} isStack={stack.length > 0} mine={mine} />
      <Linked title="Parts of this stack" rows={stack} />
      <Linked title="What comes first" rows={prerequisites} />
      <DefinitionView definition={definition} approvedMinutes={approvedMinutes} />
      {howLong === null ? null : (
        <Section title="How long people took">
          <Facts
            items={[
              {
                label: "From beginning to award",
                value: `Half of those who were awarded took at most ${plural(howLong.toAward, "day")}`,
              },
              {
                label: "From handing in to decision",
                value: `Half of the decisions came within ${plural(howLong.toDecision, "day")}`,
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

function Linked({
  title,
  rows,
}: {
  title: string;
  rows: { kind: "course" | "microcredential"; id: string; title: string }[];
}) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="grid list-disc gap-1 pl-5">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={row.kind === "course" ? `/courses/${row.id}` : `/microcredentials/${row.id}`} className="link">
              {row.title}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
