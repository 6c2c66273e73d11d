DROP INDEX `claims_person`;--> statement-breakpoint
CREATE INDEX `claims_affidavit` ON `claims` (`affidavit_version`);--> statement-breakpoint
CREATE INDEX `claims_person` ON `claims` (`person_id`,`status`,`offering_id`);--> statement-breakpoint
CREATE INDEX `payments_received` ON `payments` (`received_on`,`claim_id`);--> statement-breakpoint
CREATE INDEX `documents_issued` ON `documents` (`issued_at`,`id`);