import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { kappaInWords, type Agreement } from "./agreement";

interface AgreementTableProps {
  title: string;
  pieces: number;
  all: Agreement;
  byCriterion: { key: string; criterion: string; microcredential: string; agreement: Agreement }[];
  /** Whether criteria of several micro-credentials stand in it. */
  named?: boolean;
}

/** How far somebody's scores in practice agree with those that were decided, by criterion. */
export function AgreementTable({ title, pieces, all, byCriterion, named = false }: AgreementTableProps) {
  return (
    <Section
      title={title}
      description={pieces === 0 ? "Nothing handed in yet." : `All together: ${kappaInWords(all)}.`}
    >
      {pieces === 0 ? null : (
        <>
          <DataTable
            caption={`${title}, by criterion`}
            rows={byCriterion}
            rowKey={(row) => row.key}
            empty={null}
            columns={[
              { key: "criterion", header: "Criterion", primary: true, cell: (row) => row.criterion },
              ...(named
                ? [
                    {
                      key: "microcredential",
                      header: "Micro-credential",
                      cell: (row: (typeof byCriterion)[number]) => row.microcredential,
                    },
                  ]
                : []),
              { key: "kappa", header: "Cohen’s kappa", cell: (row) => kappaInWords(row.agreement) },
            ]}
          />
          <p className="max-w-[65ch] text-soft">
            Kappa says how far scores agree beyond what chance would give: 1 is full agreement, 0 is what chance gives,
            below 0 less. With few scores it says little; where only one level was ever chosen it cannot be reckoned.
          </p>
        </>
      )}
    </Section>
  );
}
