PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_inquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`offering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inquiries_kind" CHECK("__new_inquiries"."kind" in ('offering', 'cancel', 'attendance', 'hours')),
	CONSTRAINT "inquiries_state" CHECK("__new_inquiries"."state" in ('open', 'answered', 'taken-back'))
);
--> statement-breakpoint
INSERT INTO `__new_inquiries`("id", "kind", "offering_id", "person_id", "state", "changed_at") SELECT "id", "kind", "offering_id", "person_id", "state", "changed_at" FROM `inquiries`;--> statement-breakpoint
DROP TABLE `inquiries`;--> statement-breakpoint
ALTER TABLE `__new_inquiries` RENAME TO `inquiries`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_one_open` ON `inquiries` (`person_id`,`offering_id`,`kind`) WHERE "inquiries"."state" = 'open';--> statement-breakpoint
CREATE INDEX `inquiries_state` ON `inquiries` (`state`,`changed_at`);--> statement-breakpoint
CREATE INDEX `inquiries_person` ON `inquiries` (`person_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `inquiries_offering` ON `inquiries` (`offering_id`,`state`);