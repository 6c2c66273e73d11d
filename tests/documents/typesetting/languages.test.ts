import { expect, test } from "vitest";
import { languageOf, languageParts } from "~/documents/typesetting/languages";

test.each([
  ["Sample", null],
  ["José", null],
  ["Łucja", null],
  ["–", null],
  ["“quoted”", null],
  ["Nguyễn", "vi"],
  ["M\u0327ajuro", "mh"],
  ["Ļọjkar", "mh"],
  ["ƛ\u0315", "lut"],
  ["x\u030Cʷ", "lut"],
  ["x\u0323\u0304", "lut"],
  ["dxʷləšucid", "lut"],
  ["ישראל", "he"],
  ["محمد", "ar"],
  ["प्रिया", "hi"],
  ["ਸਿੰਘ", "pa"],
  ["សុខា", "km"],
  ["สมชาย", "th"],
  ["ສົມສັກ", "lo"],
  ["கொமதி", "ta"],
  ["မြန်မာ", "my"],
  ["Արամ", "hy"],
  ["გიორგი", "ka"],
  ["陳美玲", "zh"],
  ["김민준", "ko"],
  ["ひろし", "ja"],
  ["አበበ", "am"],
  ["Щербаківська", "uk"],
  ["Иванов", "ru"],
  ["Ελένη", "el"],
  ["😀", null],
])("%s is in %s", (word, language) => {
  expect(languageOf(word)).toBe(language);
});

test("a line falls into parts of one language, names in Latin letters as far as they go", () => {
  expect(languageParts("Educator: Nguyễn Thị Ánh, and others")).toEqual([
    { text: "Educator: ", language: null },
    { text: "Nguyễn Thị Ánh, ", language: "vi" },
    { text: "and others", language: null },
  ]);
  expect(languageParts("प्रिया शर्मा completed it")).toEqual([
    { text: "प्रिया शर्मा ", language: "hi" },
    { text: "completed it", language: null },
  ]);
  expect(languageParts("Nothing foreign here")).toEqual([{ text: "Nothing foreign here", language: null }]);
});
