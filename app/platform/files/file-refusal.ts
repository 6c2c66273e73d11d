import { FILE_BYTES } from "~/platform/http/body-limit";
import { KEPT_TYPES_WORDS } from "./kept-type";

/** Why a file was not taken. */
export type FileRefusal = "no-file" | "file-too-large" | "unknown-file-type";

/** Each refusal in plain words. */
export const FILE_REFUSALS: Record<FileRefusal, string> = {
  "no-file": "Choose a file that is not empty.",
  "file-too-large": `The file is larger than ${FILE_BYTES / 1024 / 1024} MB. Make it smaller, or add a link to it instead.`,
  "unknown-file-type": `This is not a file that can be kept here. Its content, whatever its name says, has to be ${KEPT_TYPES_WORDS}, without macros.`,
};
