DROP INDEX `claims_queue`;--> statement-breakpoint
CREATE INDEX `claims_queue` ON `claims` (`status`,`claimed_at`,`offering_id`);