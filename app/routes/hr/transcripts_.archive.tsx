import type { ActionFunctionArgs } from "@remix-run/node";
import { issueOnThread } from "~/desks/issuing/issuing-pool.server";
import { readPeopleChoice } from "~/hr/archives/archive-choice.server";
import { archiveForm } from "~/hr/archives/archive-form";
import { takeArchivePeople } from "~/hr/archives/archive-people.server";
import { makeTranscripts, streamArchive } from "~/hr/archives/transcript-archive.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { fileResponse } from "~/platform/http/responses.server";
import { dateOf } from "~/platform/time/time-zone";
import { getHomeProvider } from "~/people/organisations/home-provider.server";

/** The ZIP itself, written as it is read; or, for the progress bar, some of its transcripts made in advance. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { organisation, period } = readPeopleChoice(ctx, new URL(request.url).searchParams);
  const form = await readForm(request, archiveForm);
  if (!form.ok || form.value.person.length === 0) return new Response("Choose people first.", { status: 400 });
  const people = takeArchivePeople(ctx, organisation, period, form.value.person);
  if (form.value.intent === "prepare") {
    let made = 0;
    for await (const { outcome } of makeTranscripts(ctx, people, issueOnThread)) made += outcome.ok ? 1 : 0;
    return Response.json({ made });
  }
  const day = dateOf(ctx.now, getHomeProvider(ctx.db).timeZone);
  const name = `transcripts-${organisation.code ?? organisation.name}-${day}.zip`;
  const { headers } = fileResponse("", "application/zip", name);
  return new Response(streamArchive(ctx, people, issueOnThread), { headers });
}
