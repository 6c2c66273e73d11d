ALTER TABLE `outbox_messages` ADD `calendar` text;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `leased_by` text;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `suppressed_because` text;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `digest_due_at` integer;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `digest_id` text;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `resend_of` text;--> statement-breakpoint
CREATE INDEX `outbox_messages_person` ON `outbox_messages` (`person_id`,`created_at`);