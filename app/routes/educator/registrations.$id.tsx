import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CheckInPass } from "~/attendance/scan/CheckInPass";
import { findShownPass } from "~/attendance/scan/pass.server";
import { listMySteps } from "~/attendance/steps/my-steps.server";
import { YourSteps } from "~/attendance/steps/YourSteps";
import { MaterialList } from "~/catalog/materials/MaterialList";
import { AskLink } from "~/desks/inquiries/AskLink";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Clashes } from "~/registration/seats/Clashes";
import { runRegistrationAction } from "~/registration/mine/my-registration-action.server";
import { REGISTRATION_REFUSALS, refusedField } from "~/registration/seats/refusal";
import { WhenAndWhere } from "~/registration/mine/WhenAndWhere";
import { RegistrationAction } from "~/registration/mine/RegistrationAction";
import { getMyRegistration } from "~/registration/mine/registration-page.server";
import { registrationPageForm } from "~/registration/seats/registration-form";
import { RegistrationStatus } from "~/registration/seats/RegistrationStatus";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { changeInWords } from "~/registration/seats/registration-words";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.title ?? "Registration");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const page = getMyRegistration(ctx, param(params, "id"));
  const isIn = (ROSTER_STATUSES as readonly string[]).includes(page.registration.status);
  const pass = await findShownPass(ctx, page.registration.id);
  return data({ ...page, ownTime: isIn ? listMySteps(ctx, page.sessions) : [], pass, now: ctx.now });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, registrationPageForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "my registration", form.once, () => {
    const done = runRegistrationAction(ctx, param(params, "id"), form.value);
    return done.outcome.ok ? { ...done.outcome, said: done.said } : done.outcome;
  });
  if (!outcome.ok && outcome.reason === "unknown-registration") throw notFound();
  if (!outcome.ok) return form.refuse(REGISTRATION_REFUSALS[outcome.reason], refusedField(outcome));
  throw await redirectWithToast(`/registrations/${outcome.value.id}`, outcome.said);
}

export default function RegistrationPage() {
  const loaded = useLoaderData<typeof loader>();
  const { registration, offering, title, position, answers, changes } = loaded;
  const result = useActionData<typeof action>()?.result;
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: "My registrations", to: "/registrations" }]}
      actions={
        <>
          {loaded.begun ? <AskLink about="attendance" offeringId={offering.id} /> : null}
          <AskLink about="offering" offeringId={offering.id} />
        </>
      }
    >
      <Refused result={result?.error?.[""] ? result : null} />
      <div className="grid gap-4">
        <div role="status">
          <RegistrationStatus
            status={registration.status}
            position={position}
            offerExpiresAt={registration.offerExpiresAt}
            timeZone={offering.timeZone}
          />
        </div>
        <RegistrationAction {...loaded} lastResult={result} />
        <Clashes clashes={loaded.clashes} />
      </div>
      <YourSteps ownTime={loaded.ownTime} />
      {loaded.pass ? <CheckInPass pass={loaded.pass} registrationId={registration.id} /> : null}
      <WhenAndWhere page={loaded} />
      {loaded.materials.length > 0 ? (
        <Section title="Materials">
          <MaterialList materials={loaded.materials} />
        </Section>
      ) : null}
      {answers.length > 0 ? (
        <Section title="What you answered">
          <Facts items={answers.map(({ prompt, answer }) => ({ label: prompt, value: answer }))} />
        </Section>
      ) : null}
      <Section title="History">
        <ol className="grid gap-2">
          {changes.map((change) => (
            <li key={change.id} className="grid gap-x-6 sm:grid-cols-[17rem_minmax(0,1fr)]">
              <span className="text-soft tabular-nums">{formatDateTime(change.at, offering.timeZone)}</span>
              <span>{changeInWords(change)}</span>
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}
