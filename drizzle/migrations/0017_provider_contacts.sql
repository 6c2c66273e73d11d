ALTER TABLE `providers` ADD `contact_name` text;--> statement-breakpoint
ALTER TABLE `providers` ADD `contact_email` text;--> statement-breakpoint
ALTER TABLE `providers` ADD `contact_phone` text;--> statement-breakpoint
UPDATE `provider_approvals` SET `basis` = 'Approved automatically' WHERE `basis` = 'approved automatically (A3)';
