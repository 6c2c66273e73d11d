import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { SelectedCount } from "~/ui/tables/Selection";
import { TextField } from "~/ui/fields/text-fields";

interface NewInvoiceFormProps {
  /** The district to bill; each person is billed without one. */
  district: { value: string; label: string } | undefined;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Issues invoices for the claims that are ticked in the table above it. */
export function NewInvoiceForm({ district, lastResult }: NewInvoiceFormProps) {
  const [form, fields] = useServerForm<{ purchaseOrder: string }>({ id: "invoices", lastResult });
  return (
    <FormFrame form={form} className="grid gap-5">
      {district ? (
        <>
          <Hidden name="organisationId" value={district.value} />
          <TextField
            field={fields.purchaseOrder}
            label={`Number of the purchase order from ${district.label}`}
            autoComplete="off"
            className="max-w-96"
            required
          />
        </>
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton intent={district ? "district" : "person"} pendingLabel="Issuing …">
          {district ? "Issue the invoice" : "Issue invoices"}
        </SubmitButton>
        <SelectedCount form="invoices" name="claim" noun="claim" />
      </div>
    </FormFrame>
  );
}
