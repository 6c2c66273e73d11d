import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { BADGES_CONTEXT, composeAchievement, CREDENTIALS_CONTEXT } from "~/microcredentials/badges/badge";
import { getPublishedVersion, jsonResponse, wantsPage } from "~/microcredentials/badges/badge-response.server";
import { getContext } from "~/people/roles/permission.server";
import { origin } from "~/platform/env.server";
import { param } from "~/platform/http/responses.server";

/** What a badge names as its achievement: a published version of a micro-credential, for machines; for people, its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  const version = getPublishedVersion(db, param(params, "id"), param(params, "number"));
  if (wantsPage(request)) return redirect(`/microcredentials/${version.microcredential.id}`);
  const achievement = composeAchievement(version, origin);
  return jsonResponse(
    { "@context": [CREDENTIALS_CONTEXT, BADGES_CONTEXT], ...achievement },
    "application/ld+json",
    300,
  );
}
