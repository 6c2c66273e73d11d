import { Form } from "@remix-run/react";
import { formatPlainDate } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

interface HolidaySectionProps {
  holidays: { date: string; name: string }[];
  today: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Days on which a provider's offices are closed. */
export function HolidaySection({ holidays, today, lastResult }: HolidaySectionProps) {
  const [form, fields] = useServerForm<Record<"date" | "name", string>>({ id: "holiday", lastResult });
  return (
    <Section title="Holidays" description="Days without office hours, for offers that count those only.">
      {holidays.length === 0 ? (
        <p className="text-soft">None is entered from today on.</p>
      ) : (
        <ul className="grid max-w-xl gap-1">
          {holidays.map(({ date, name }) => (
            <li key={date} className="flex flex-wrap items-center justify-between gap-x-6">
              <span>
                {formatPlainDate(date)} · {name}
              </span>
              <Form method="post">
                <Hidden name="date" value={date} />
                <SubmitButton intent="remove-holiday" variant="quiet" size="sm">
                  Remove<span className="sr-only"> {name}</span>
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <FormFrame form={form} className="grid max-w-3xl gap-5 sm:grid-cols-3 sm:items-end">
        <TextField field={fields.date} label="Day" type="date" min={today} required />
        <TextField field={fields.name} label="Name" maxLength={80} required />
        <div>
          <SubmitButton intent="add-holiday" variant="secondary">
            Add the day
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
