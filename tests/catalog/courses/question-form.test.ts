import { expect, test } from "vitest";
import { questionPageForm } from "~/catalog/courses/question-form";
import { errorsOf } from "../../support/form";

const QUESTION = { intent: "add", kind: "choice", prompt: "Which room?" };
const many = (count: number) => Array.from({ length: count }, (_, index) => `Room ${index}`).join("\n");

test.each([
  [{ choices: "North\nSouth" }, ["North", "South"]],
  [{ choices: " North \r\n\r\nSouth\nNorth\n" }, ["North", "South"]],
  [{ kind: "text" }, []],
])("choices stand one on a line, each once: %j", (changes, choices) => {
  expect(questionPageForm.parse({ ...QUESTION, ...changes })).toMatchObject({ choices });
});

const TWO = "choices: Write at least two choices, one on each line.";

test.each([
  [{}, TWO],
  [{ choices: "North" }, TWO],
  [{ choices: "North\n north\n".toLowerCase() }, TWO],
  [{ choices: many(21) }, "choices: Write at most 20 choices."],
  [{ choices: `North\n${"x".repeat(101)}` }, "choices.1: Use at most 100 characters for each choice."],
  [{ kind: "text", prompt: " ? " }, "prompt: Write the question."],
  [{ kind: "essay" }, "kind: Choose the kind of answer."],
])("a question with %j is refused", (changes, error) => {
  expect(errorsOf(questionPageForm, { ...QUESTION, ...changes })).toEqual([error]);
});
