import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  AFFIDAVIT_REFUSALS,
  AFFIDAVIT_SUBJECT,
  changeAffidavit,
  findChangeable,
  getAffidavitPage,
  toAffidavitDraft,
} from "~/credits/claims/affidavit.server";
import { affidavitForm } from "~/credits/claims/affidavit-form";
import { AffidavitVersion } from "~/credits/claims/AffidavitVersion";
import { AffidavitForm } from "~/credits/claims/AffidavitForm";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { staleIn } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { addDays, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Affidavit");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const page = getAffidavitPage(ctx);
  const changed = findChangeable(ctx, ctx.db, new URL(request.url).searchParams.get("change"));
  return data({ ...page, changed, tomorrow: addDays(page.today, 1) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const fields = await readFields(request, affidavitForm);
  const version = fields.get("version");
  const saved = saveVersioned(
    ctx,
    fields,
    affidavitForm,
    (tx) => {
      const isChange = fields.get("intent") === "change-affidavit" && typeof version === "string";
      const row = isChange ? findChangeable(ctx, tx, version) : null;
      return row && { draft: toAffidavitDraft(row), change: () => findLastChange(tx, AFFIDAVIT_SUBJECT) };
    },
    (value) => value,
  );
  if (saved.reply) return saved.reply;
  const { form, answer } = saved;
  const outcome = once(ctx, "affidavit", form.once, () => changeAffidavit(ctx, answer));
  if (outcome.ok) throw await redirectWithToast("/admin/affidavit", outcome.value);
  const { words, field } = AFFIDAVIT_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function AffidavitPage() {
  const { texts, history, changed, tomorrow } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const intent = result?.initialValue?.intent;
  const typed = intent === "plan-affidavit" || intent === "change-affidavit";
  return (
    <Page
      title="Affidavit"
      lead="What people agree to when they claim hours. A claim keeps the words under which it was made."
    >
      {typed ? null : <Refused result={result} />}
      {texts.map((text) => (
        <AffidavitVersion key={text.version} text={text} />
      ))}
      <AffidavitForm
        key={changed?.version ?? texts.length}
        lastResult={typed ? result : null}
        changed={changed}
        newest={texts[0]?.text}
        tomorrow={tomorrow}
        stale={staleIn(answer)}
      />
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
