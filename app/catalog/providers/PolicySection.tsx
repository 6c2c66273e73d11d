import { formatPlainDate, plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { TextField } from "~/ui/fields/text-fields";
import type { ProviderPolicy } from "./provider-policy";

interface PolicySectionProps {
  policies: { id: string; fromDate: string; policy: ProviderPolicy }[];
  today: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** How a provider takes registrations, by the day from which it holds; and a form for the next change. */
export function PolicySection({ policies, today, lastResult }: PolicySectionProps) {
  const newest = policies[0]?.policy;
  const [form, fields] = useServerForm<Record<"fromDate" | "offerHours" | "cancelDays" | "offerInOfficeHours", string>>(
    {
      id: "policy",
      lastResult,
      defaultValue: {
        fromDate: today,
        offerHours: String(newest?.offerHours ?? 24),
        cancelDays: String(newest?.cancelDays ?? 7),
        offerInOfficeHours: newest?.offerInOfficeHours ? "on" : "",
      },
    },
  );
  return (
    <Section
      title="Registration"
      description="A policy holds for offerings whose first session is on its day or later. An approved offering keeps the one with which it was approved."
    >
      <DataTable
        caption="Policies"
        rows={policies}
        rowKey={(row) => row.id}
        empty={null}
        columns={[
          { key: "from", header: "From", primary: true, cell: (row) => formatPlainDate(row.fromDate) },
          { key: "offer", header: "An offered seat is held for", cell: ({ policy }) => offerInWords(policy) },
          {
            key: "cancel",
            header: "People cancel by themselves until",
            cell: ({ policy }) => `${plural(policy.cancelDays, "day")} before the start`,
          },
        ]}
      />
      <FormFrame form={form} className="grid gap-5 sm:grid-cols-3 sm:items-end">
        <TextField field={fields.fromDate} label="From" type="date" min={today} required />
        <TextField field={fields.offerHours} label="Hours to accept a seat" type="number" min={1} max={240} required />
        <TextField field={fields.cancelDays} label="Days to cancel before" type="number" min={0} max={60} required />
        <CheckboxField
          field={fields.offerInOfficeHours}
          label="Count office hours only"
          hint="Monday to Friday, 8 to 18, without the holidays below."
          className="sm:col-span-3"
        />
        <div>
          <SubmitButton intent="set-policy">Add the policy</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}

function offerInWords({ offerHours, offerInOfficeHours }: ProviderPolicy): string {
  return plural(offerHours, offerInOfficeHours ? "office hour" : "hour");
}
