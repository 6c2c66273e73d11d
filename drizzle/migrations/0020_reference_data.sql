CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text,
	`directions` text,
	`capacity` integer,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_name_unique` ON `places` (`name`);--> statement-breakpoint
CREATE TABLE `affidavit_texts` (
	`version` text PRIMARY KEY NOT NULL,
	`from_date` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `affidavit_texts_from_date_unique` ON `affidavit_texts` (`from_date`);--> statement-breakpoint
CREATE TABLE `cooperative_memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cooperative_memberships_dates" CHECK("cooperative_memberships"."to_date" is null or "cooperative_memberships"."to_date" >= "cooperative_memberships"."from_date")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cooperative_memberships_from` ON `cooperative_memberships` (`organisation_id`,`from_date`);--> statement-breakpoint
CREATE TABLE `provider_designations` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`designation` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	`basis` text NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "provider_designations_code" CHECK("provider_designations"."designation" in ('STEM', 'EQUITY', 'LEADERSHIP', 'G2G', 'FCS-01', 'FCS-02', 'FCS-03', 'FCS-04', 'FCS-05', 'FCS-06', 'FCS-07', 'FCS-08', 'FCS-09', 'FCS-10', 'FCS-11', 'FCS-12', 'PARA-SUBJECT-ELL', 'PARA-SUBJECT-SPED', 'SUICIDE-PREVENTION', 'TPEP')),
	CONSTRAINT "provider_designations_dates" CHECK("provider_designations"."to_date" is null or "provider_designations"."to_date" >= "provider_designations"."from_date")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_designations_from` ON `provider_designations` (`provider_id`,`designation`,`from_date`);--> statement-breakpoint
ALTER TABLE `invoices` ADD `bill_to_address` text;--> statement-breakpoint
ALTER TABLE `program_areas` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `billing_address` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `billing_name` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `billing_email` text;--> statement-breakpoint
ALTER TABLE `providers` ADD `contact_name` text;--> statement-breakpoint
ALTER TABLE `providers` ADD `contact_email` text;--> statement-breakpoint
ALTER TABLE `providers` ADD `contact_phone` text;--> statement-breakpoint
UPDATE `provider_approvals` SET `basis` = 'Approved automatically' WHERE `basis` = 'approved automatically (A3)';--> statement-breakpoint
INSERT INTO `affidavit_texts` (`version`, `from_date`, `text`) VALUES ('2026-1', '2000-01-01', 'I attended this training in person or online as recorded, and I earned the clock hours that I claim by actual attendance. I do not seek college credit for the same course. I declare this under penalty of perjury under the laws of the State of Washington. I understand that a false statement may cost me my certificate.');
