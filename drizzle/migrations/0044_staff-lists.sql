CREATE TABLE `staff_list_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`line` integer,
	`fate` text NOT NULL,
	`name` text NOT NULL,
	`employee_id` text,
	`email` text,
	`person_id` text,
	`affiliation_id` text,
	`matched_by` text,
	`effect` text NOT NULL,
	`input` text,
	`new_person` text,
	`changes` text NOT NULL,
	`reason` text,
	`candidates` text NOT NULL,
	`before` text,
	`after` text,
	`applied_at` integer,
	FOREIGN KEY (`list_id`) REFERENCES `staff_lists`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "staff_list_lines_fate" CHECK("staff_list_lines"."fate" in ('new', 'changed', 'matched', 'missing', 'duplicate', 'conflict', 'bad')),
	CONSTRAINT "staff_list_lines_effect" CHECK("staff_list_lines"."effect" in ('none', 'start', 'change', 'confirm', 'end')),
	CONSTRAINT "staff_list_lines_matched_by" CHECK("staff_list_lines"."matched_by" in ('employee-id', 'certificate', 'email', 'name-and-school', 'decision'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_list_lines_position` ON `staff_list_lines` (`list_id`,`position`);--> statement-breakpoint
CREATE INDEX `staff_list_lines_fate_here` ON `staff_list_lines` (`list_id`,`fate`,`position`);--> statement-breakpoint
CREATE TABLE `staff_list_rows` (
	`list_id` text PRIMARY KEY NOT NULL,
	`rows` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `staff_lists`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `staff_list_settings` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`employee_id_length` integer,
	`school_code_length` integer,
	`columns` text NOT NULL,
	`roles` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`file_name` text NOT NULL,
	`read_at` integer NOT NULL,
	`read_by` text NOT NULL,
	`facts` text NOT NULL,
	`words` text NOT NULL,
	`decisions` text NOT NULL,
	`counts` text,
	`version` integer DEFAULT 1 NOT NULL,
	`account_id` text,
	`address` text,
	`request_id` text,
	`total` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`fees_from` integer,
	`applied_at` integer,
	`finished_at` integer,
	`answer` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`read_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_lists_state" CHECK("staff_lists"."state" in ('planning', 'planned', 'applying', 'taking-back', 'undoing', 'applied', 'undone', 'failed', 'dropped')),
	CONSTRAINT "staff_lists_done" CHECK("staff_lists"."done" >= 0 and "staff_lists"."done" <= "staff_lists"."total")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_lists_open` ON `staff_lists` (`organisation_id`) WHERE "staff_lists"."state" in ('planning', 'planned', 'applying', 'taking-back', 'undoing');--> statement-breakpoint
CREATE INDEX `staff_lists_organisation` ON `staff_lists` (`organisation_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `staff_lists_state` ON `staff_lists` (`state`);--> statement-breakpoint
CREATE INDEX `staff_lists_fees` ON `staff_lists` (`fees_from`);