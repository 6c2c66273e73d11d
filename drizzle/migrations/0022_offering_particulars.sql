ALTER TABLE `offerings` ADD `map_link` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `arrival` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `bring` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `contact_name` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `contact_email` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `contact_phone` text;--> statement-breakpoint
ALTER TABLE `places` ADD `map_link` text;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `reply_to` text;--> statement-breakpoint
ALTER TABLE `registrations` ADD `organizer` text;