import { What } from "~/desks/activity/ActivityList";
import { formatDateTime } from "~/platform/format";
import { HowMany } from "~/ui/lists/HowMany";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import type { PersonPage } from "./person-page.server";
import type { PersonScope } from "./person-scope";
import { PERSON_LISTS } from "./person-view";

/** What was done to the record, by whom and when. */
export function ActivitySection({
  scope,
  timeZone,
  activity,
}: Pick<PersonPage, "activity" | "timeZone"> & { scope: PersonScope }) {
  const { rows, total } = activity;
  return (
    <Section
      id="activity"
      title="Activity"
      description={
        scope.everything
          ? "Every change to this record. Nobody can change this list."
          : "Changes to what you see here, and what you did yourself. Nobody can change this list."
      }
    >
      <DataTable
        caption="Activity"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">Nothing yet.</p>}
        columns={[
          {
            key: "what",
            header: "What",
            primary: true,
            cell: (row) => <What {...row} />,
          },
          { key: "who", header: "Who", cell: (row) => row.who },
          { key: "when", header: "When", cell: (row) => formatDateTime(row.at, timeZone) },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="changes" parameter={PERSON_LISTS.activity} />
    </Section>
  );
}
