/**
 * For each address of HR with a parameter, the one that names something of another district: an id of the world that stands in
 * front of it. A route that is missing here, or a name that the world does not know, fails the test.
 */
export const FOREIGN: Readonly<Record<string, string>> = {
  "hr/people.$id": "/hr/people/{person}",
  "hr/export_.$id": "/hr/export/{exportRun}",
  "hr/exports.$id": "/hr/exports/{export}",
  "hr/layouts.$id": "/hr/layouts/{layout}",
  "hr/local-rules.$id": "/hr/local-rules/{localRule}",
  "hr/staff-list.$id": "/hr/staff-list/{staffList}",
  "hr/workplaces.$id": "/hr/workplaces/{affiliation}",
  "salary/people.$id": "/hr/salary/people/{person}",
  "salary/people.$id_.worksheet": "/hr/salary/people/{person}/worksheet?format=pdf",
  "hr-api/endpoints.$id": "/hr/api/endpoints/{endpoint}",
  "overview/$chart": "/hr/overview/schools.csv?organization={district}",
  "submitted/$id": "/hr/submitted/{submitted.sent}",
};

/** What HR opens at addresses that are not HR's alone. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  "educator/documents.$id": "/documents/{document}",
};

/** What an address of HR can be asked for besides its path, each of another district. */
export const QUERIES = ["organization={district}", "person={person}", "organization={district}&person={person}"];

/** Answers that name nobody, whoever asks: they lead on. */
export const LEADS_ON = ["hr/exports.new"];
