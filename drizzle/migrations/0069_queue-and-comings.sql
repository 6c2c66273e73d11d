DROP INDEX `affiliations_organisation`;--> statement-breakpoint
CREATE INDEX `affiliations_organisation` ON `affiliations` (`organisation_id`,`person_id`,`from_date`,`to_date`,`confirmed_at`,`disowned_at`,`building`,`employee_id`);--> statement-breakpoint
DROP INDEX `registrations_person`;--> statement-breakpoint
CREATE INDEX `registrations_person` ON `registrations` (`person_id`,`status`,`offering_id`);--> statement-breakpoint
CREATE INDEX `claims_waiting` ON `claims` (`claimed_at`,`id`,`status`,`offering_id`,`requested_minutes`,`earned_minutes`,`person_id`) WHERE "claims"."status" not in ('open', 'posted', 'void');