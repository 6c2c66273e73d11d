import { Section } from "~/ui/frame/Page";
import { ALL_OTHERS } from "./overview";
import { SMALLEST_CELL } from "./suppression";

/** What whoever is given the overview has to know of its figures: it stands on the page and its paper. */
export const HowToRead = () => (
  <Section title="How to read these figures">
    <ul className="prose grid list-disc gap-2 pl-5">
      <li>
        A part of fewer than {SMALLEST_CELL} people is not told, because single people could be recognized in it. Where
        one part alone would not be told, the next smallest goes with it, because the rest would give it away.
      </li>
      <li>
        What is not told stands as “{ALL_OTHERS}”, whether anybody is behind it or not. A total is told only where it
        gives nothing of that away.
      </li>
      <li>
        People are told in tens, hours in tens, and fees in hundreds of dollars, always rounded down, so that parts do
        not add up to their total.
      </li>
      <li>
        Figures are those of the end of the last month, by what was posted and corrected until then, of people for the
        days on which they belonged to the district. They change once a month.
      </li>
    </ul>
  </Section>
);
