import { Check, ChevronsUpDown } from "lucide-react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components/ComboBox";
import type { ComboOption } from "./Combobox";
import type { describeControl } from "./field-parts";

interface ComboboxControlProps {
  attributes: ReturnType<typeof describeControl>;
  labelledBy: string;
  options: ComboOption[];
  /** The value chosen so far; empty for none. */
  start: string;
  placeholder: string;
}

/** The typed list itself; posts the chosen option's value under the field's name. */
export default function ComboboxControl({ attributes, labelledBy, options, start, placeholder }: ComboboxControlProps) {
  return (
    <ComboBox
      id={attributes.id}
      name={attributes.name}
      formValue="key"
      defaultSelectedKey={start === "" ? null : start}
      defaultItems={options}
      isRequired={attributes.required ?? false}
      isInvalid={attributes["aria-invalid"] ?? false}
      validationBehavior="aria"
      aria-labelledby={labelledBy}
      aria-describedby={attributes["aria-describedby"]}
      menuTrigger="focus"
    >
      <div className="relative">
        <Input placeholder={placeholder} className="input pr-12" />
        <Button className="absolute inset-y-0 right-0 grid w-11 place-items-center text-soft">
          <ChevronsUpDown aria-hidden size={18} />
        </Button>
      </div>
      <Popover className="w-(--trigger-width) rounded-lg border border-line bg-raised shadow-[0_10px_32px_var(--shade)]">
        <ListBox<ComboOption>
          className="max-h-72 overflow-y-auto p-1.5 outline-none"
          renderEmptyState={() => <p className="p-2.5 text-soft">Nothing matches.</p>}
        >
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="group flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-md px-2.5 py-1.5 data-[focused]:bg-accent-tint data-[selected]:font-semibold"
            >
              <span className="grid min-w-0">
                <Text slot="label">{option.label}</Text>
                {option.description ? (
                  <Text slot="description" className="text-[0.9375rem] font-normal text-soft">
                    {option.description}
                  </Text>
                ) : null}
              </span>
              <Check aria-hidden size={18} className="invisible shrink-0 text-accent group-data-[selected]:visible" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
