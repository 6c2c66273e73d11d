import { z } from "zod";
import { degreeForm } from "~/hr/local-rules/degree-form";
import { noteForms } from "~/hr/notes/note-form";

/** What HR posts on the page of a person: since when they have a degree, and notes. */
export const districtPersonForm = z.discriminatedUnion("intent", [degreeForm, ...noteForms]);
