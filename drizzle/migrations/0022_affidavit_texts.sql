CREATE TABLE `affidavit_texts` (
	`version` text PRIMARY KEY NOT NULL,
	`from_date` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `affidavit_texts_from_date_unique` ON `affidavit_texts` (`from_date`);--> statement-breakpoint
INSERT INTO `affidavit_texts` (`version`, `from_date`, `text`) VALUES ('2026-1', '2000-01-01', 'I attended this training in person or online as recorded, and I earned the clock hours that I claim by actual attendance. I do not seek college credit for the same course. I declare this under penalty of perjury under the laws of the State of Washington. I understand that a false statement may cost me my certificate.');
