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
CREATE UNIQUE INDEX `provider_designations_from` ON `provider_designations` (`provider_id`,`designation`,`from_date`);