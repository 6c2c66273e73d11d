CREATE TABLE `due_faults` (
	`kind` text NOT NULL,
	`row_id` text NOT NULL,
	`tries` integer NOT NULL,
	`last_error` text NOT NULL,
	`last_tried_at` integer NOT NULL,
	`next_try_at` integer,
	PRIMARY KEY(`kind`, `row_id`)
);
