DROP INDEX `claims_queue`;--> statement-breakpoint
CREATE INDEX `claims_queue` ON `claims` (`status`,`claimed_at`,`offering_id`);--> statement-breakpoint
DROP INDEX `affiliations_organisation`;--> statement-breakpoint
CREATE INDEX `affiliations_organisation` ON `affiliations` (`organisation_id`,`person_id`,`from_date`,`to_date`,`confirmed_at`,`disowned_at`,`building`);