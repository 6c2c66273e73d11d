import type { SectionMaker } from "~/documents/issuing/transcript-content.server";
import { makeAwardSection } from "~/microcredentials/awards/award-section.server";
import { makeOutsideSection } from "~/renewal/outside/outside-section.server";

/**
 * What stands on every transcript beside its credits, in this order, whoever asks for it: the educator or HR. One list, so
 * that two transcripts of a person and period never take turns in superseding each other.
 */
export const TRANSCRIPT_SECTIONS: readonly SectionMaker[] = [makeAwardSection, makeOutsideSection];
