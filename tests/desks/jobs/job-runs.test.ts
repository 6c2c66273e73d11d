import { expect, test } from "vitest";
import { jobRuns } from "#drizzle/schema/platform";
import { listJobRuns } from "~/desks/jobs/jobs.server";
import { newId } from "~/platform/ids";
import { MINUTE, TEST_NOW } from "../../support/clock";
import { useTestDatabase } from "../../support/database";

test("of each job the newest ten runs stand first, of how many that are kept, and all of them where they are asked for", () => {
  const db = useTestDatabase();
  const write = (job: string, many: number) => {
    for (let each = 0; each < many; each++) {
      const at = TEST_NOW + each * MINUTE;
      const run = { id: newId(), job, startedAt: at, finishedAt: at + 500, failed: false, outcome: String(each) };
      db.insert(jobRuns).values(run).run();
    }
  };
  write("deliver-mail", 12);
  write("make-exports", 3);
  // What an earlier version did by itself, and this one does not.
  write("retired", 2);
  const { rows, total } = listJobRuns(db);
  const of = (job: string) => rows.filter((row) => row.job === job).map(({ outcome }) => outcome);
  expect([total, of("retired"), of("make-exports")]).toEqual([15, [], ["2", "1", "0"]]);
  expect(of("deliver-mail")).toEqual(["11", "10", "9", "8", "7", "6", "5", "4", "3", "2"]);
  expect(rows.map(({ startedAt }) => startedAt)).toEqual(rows.map(({ startedAt }) => startedAt).sort((a, b) => b - a));
  expect(listJobRuns(db, true).rows).toHaveLength(15);
});
