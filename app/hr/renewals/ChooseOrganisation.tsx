import { useSearchParams } from "@remix-run/react";
import { Kept } from "~/ui/lists/ListFilters";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";

interface ChooseOrganisationProps {
  organisations: readonly { id: string; name: string }[];
  chosen: string;
  /** Filters that stay as they are. */
  kept: readonly string[];
}

/** Which of several organizations a page is about; nothing for HR of one alone. */
export function ChooseOrganisation({ organisations, chosen, kept }: ChooseOrganisationProps) {
  const [search] = useSearchParams();
  if (organisations.length < 2) return null;
  return (
    <FilterBar label="Organization">
      <FilterSelect
        name="organization"
        label="Organization"
        defaultValue={chosen}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Kept names={[...kept]} search={search} />
    </FilterBar>
  );
}
