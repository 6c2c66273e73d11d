import { expect, test } from "vitest";
import { attachmentUnder, safeFileName } from "~/platform/files/file-name";

test.each([
  ["Slides, part 1", "pdf", "Slides, part 1.pdf"],
  ["Slides.PDF", "pdf", "Slides.pdf"],
  ["../../etc/passwd", "txt", "etc passwd.txt"],
  [".htaccess", "txt", "htaccess.txt"],
  ["report\u202efdp.exe", "pdf", "report fdp.exe.pdf"],
  ["line\r\nSet-Cookie: a=b", "pdf", "line Set-Cookie a=b.pdf"],
  [" … ", "csv", "….csv"],
  ["///", "csv", "file.csv"],
  ["ä".repeat(300), "pdf", `${"ä".repeat(120)}.pdf`],
])("%j is saved under a plain name", (name, extension, saved) => {
  expect(safeFileName(name, extension)).toBe(saved);
});

test("RFC 6266: every program finds a name, and those that can find the right one", () => {
  expect(attachmentUnder('Übung (1)\'s "list".pdf')).toBe(
    "attachment; filename=\"Ubung -1-s -list-.pdf\"; filename*=UTF-8''%C3%9Cbung%20%281%29%27s%20%22list%22.pdf",
  );
  expect(attachmentUnder("手册.pdf")).toMatch(/^attachment; filename="-.pdf"; filename\*=UTF-8''%E6/);
  expect(new Headers({ "Content-Disposition": attachmentUnder("a\r\nb.pdf") }).get("Content-Disposition")).not.toMatch(
    /[\r\n]/,
  );
});
