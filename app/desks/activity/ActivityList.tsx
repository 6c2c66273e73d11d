import { PersonLink } from "~/people/persons/PersonLink";
import { formatDateTime } from "~/platform/format";
import type { ListShape } from "~/platform/lists/list-shape";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { EmptyState } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";
import type { ActivityRow } from "./activity-list.server";

type List = Parameters<typeof WorkList<ActivityRow>>[0]["list"];

/** Entries of the audit log: what was done, by whom, whose record it is. */
export function ActivityList({ shape, list }: { shape: ListShape; list: List }) {
  return (
    <WorkList
      shape={shape}
      list={list}
      empty={<EmptyState title="Nothing yet">Every change stands here. Nobody can change this list.</EmptyState>}
      cells={{
        what: (row) => <What what={row.what} details={row.details} />,
        when: (row) => formatDateTime(row.at, REGION_TIME_ZONE),
        who: (row) => row.who,
        whose: (row) => (row.personId && row.whose ? <PersonLink personId={row.personId} name={row.whose} /> : "–"),
        about: (row) => <code className="text-[0.875rem] wrap-anywhere">{row.subjectId}</code>,
        address: (row) => row.address ?? "–",
        request: (row) => <code className="text-[0.875rem] wrap-anywhere">{row.requestId ?? "–"}</code>,
      }}
    />
  );
}

/** What a change is, and what is known of it: old values and new ones, and why. */
export function What({ what, details }: { what: string; details: readonly string[] }) {
  return (
    <>
      {what}
      {details.map((line) => (
        <span key={line} className="block text-[0.9375rem] font-normal break-words text-soft">
          {line}
        </span>
      ))}
    </>
  );
}
