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
ALTER TABLE `invoices` ADD `bill_to_address` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `billing_address` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `billing_name` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `billing_email` text;