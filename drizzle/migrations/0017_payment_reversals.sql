CREATE TABLE `payment_reversals` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text,
	`invoice_payment_id` text,
	`reason` text NOT NULL,
	`reversed_by` text NOT NULL,
	`reversed_at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invoice_payment_id`) REFERENCES `invoice_payments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reversed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_reversals_of" CHECK(("payment_reversals"."payment_id" is null) <> ("payment_reversals"."invoice_payment_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_reversals_payment_id_unique` ON `payment_reversals` (`payment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_reversals_invoice_payment_id_unique` ON `payment_reversals` (`invoice_payment_id`);