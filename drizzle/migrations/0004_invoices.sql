CREATE TABLE `invoice_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`invoice_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`kind` text NOT NULL,
	`description` text NOT NULL,
	`minutes` integer NOT NULL,
	`amount_cents` integer NOT NULL,
	FOREIGN KEY (`invoice_id`) REFERENCES `invoices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invoice_lines_kind" CHECK("invoice_lines"."kind" in ('fee', 'late-fee', 'credit')),
	CONSTRAINT "invoice_lines_amount" CHECK("invoice_lines"."amount_cents" > 0 and "invoice_lines"."minutes" >= 0)
);
--> statement-breakpoint
CREATE INDEX `invoice_lines_invoice` ON `invoice_lines` (`invoice_id`);--> statement-breakpoint
CREATE INDEX `invoice_lines_claim` ON `invoice_lines` (`claim_id`);--> statement-breakpoint
CREATE TABLE `invoice_payments` (
	`id` text PRIMARY KEY NOT NULL,
	`invoice_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`reference` text NOT NULL,
	`received_on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`invoice_id`) REFERENCES `invoices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invoice_payments_kind" CHECK("invoice_payments"."kind" in ('cheque', 'card-terminal')),
	CONSTRAINT "invoice_payments_amount" CHECK("invoice_payments"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE INDEX `invoice_payments_invoice` ON `invoice_payments` (`invoice_id`);--> statement-breakpoint
CREATE TABLE `invoices` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`purchase_order` text,
	`bill_to` text NOT NULL,
	`about_invoice_id` text,
	`issued_at` integer NOT NULL,
	`issued_by` text,
	`issued_on` text NOT NULL,
	`due_on` text NOT NULL,
	`total_cents` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`about_invoice_id`) REFERENCES `invoices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invoices_kind" CHECK("invoices"."kind" in ('invoice', 'credit-note')),
	CONSTRAINT "invoices_bill_to" CHECK(("invoices"."person_id" is null) <> ("invoices"."organisation_id" is null)),
	CONSTRAINT "invoices_purchase_order" CHECK(("invoices"."organisation_id" is null) = ("invoices"."purchase_order" is null)),
	CONSTRAINT "invoices_total" CHECK("invoices"."total_cents" > 0 and "invoices"."sequence" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_number_unique` ON `invoices` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_sequence` ON `invoices` (`provider_id`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `invoices_issued` ON `invoices` (`issued_at`);--> statement-breakpoint
CREATE INDEX `invoices_person` ON `invoices` (`person_id`);--> statement-breakpoint
CREATE INDEX `invoices_about` ON `invoices` (`about_invoice_id`);--> statement-breakpoint
ALTER TABLE `evaluation_responses` ADD `batch` integer;