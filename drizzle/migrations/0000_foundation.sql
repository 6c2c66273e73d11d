CREATE TABLE `attendance_confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`confirmed_by` text NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_confirmations_offering` ON `attendance_confirmations` (`offering_id`,`confirmed_at`);--> statement-breakpoint
CREATE TABLE `attendance_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text,
	`walk_in_id` text,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`device_time` integer NOT NULL,
	`server_time` integer NOT NULL,
	`nonce` text NOT NULL,
	`recorded_by` text NOT NULL,
	`method` text NOT NULL,
	`reason` text,
	`voids_mark_id` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`walk_in_id`) REFERENCES `walk_ins`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_marks_kind" CHECK("attendance_marks"."kind" in ('in', 'out', 'present-all', 'absent', 'void')),
	CONSTRAINT "attendance_marks_method" CHECK("attendance_marks"."method" in ('roster', 'walk-in', 'self', 'import')),
	CONSTRAINT "attendance_marks_who" CHECK(("attendance_marks"."person_id" is null) <> ("attendance_marks"."walk_in_id" is null)),
	CONSTRAINT "attendance_marks_void" CHECK(("attendance_marks"."kind" = 'void') = ("attendance_marks"."voids_mark_id" is not null) and ("attendance_marks"."kind" <> 'void' or "attendance_marks"."reason" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_marks_nonce_unique` ON `attendance_marks` (`nonce`);--> statement-breakpoint
CREATE INDEX `attendance_marks_session` ON `attendance_marks` (`session_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `attendance_marks_person` ON `attendance_marks` (`person_id`);--> statement-breakpoint
CREATE TABLE `walk_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`person_id` text,
	`matched_by` text,
	`matched_at` integer,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matched_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `walk_ins_offering` ON `walk_ins` (`offering_id`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`reference` text NOT NULL,
	`received_on` text NOT NULL,
	`recorded_by` text,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_kind" CHECK("payments"."kind" in ('cheque', 'card-terminal', 'purchase-order', 'waiver')),
	CONSTRAINT "payments_amount" CHECK("payments"."amount_cents" >= 0)
);
--> statement-breakpoint
CREATE INDEX `payments_claim` ON `payments` (`claim_id`);--> statement-breakpoint
CREATE TABLE `approval_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`decision` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	`committee_met_on` text NOT NULL,
	`approved_minutes` integer,
	`note` text,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approval_decisions_decision" CHECK("approval_decisions"."decision" in ('approved', 'declined'))
);
--> statement-breakpoint
CREATE INDEX `approval_decisions_offering` ON `approval_decisions` (`offering_id`);--> statement-breakpoint
CREATE TABLE `course_audiences` (
	`course_id` text NOT NULL,
	`audience` text NOT NULL,
	PRIMARY KEY(`course_id`, `audience`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_audiences_kind" CHECK("course_audiences"."audience" in ('teacher', 'administrator', 'esa', 'paraeducator', 'other'))
);
--> statement-breakpoint
CREATE TABLE `course_designations` (
	`course_id` text NOT NULL,
	`designation` text NOT NULL,
	PRIMARY KEY(`course_id`, `designation`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_designations_code" CHECK("course_designations"."designation" in ('STEM', 'EQUITY', 'LEADERSHIP', 'G2G', 'FCS-01', 'FCS-02', 'FCS-03', 'FCS-04', 'FCS-05', 'FCS-06', 'FCS-07', 'FCS-08', 'FCS-09', 'FCS-10', 'FCS-11', 'FCS-12', 'PARA-SUBJECT-ELL', 'PARA-SUBJECT-SPED', 'SUICIDE-PREVENTION', 'TPEP'))
);
--> statement-breakpoint
CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`program_area` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`description` text NOT NULL,
	`objectives` text NOT NULL,
	`standards` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program_area`) REFERENCES `program_areas`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "courses_state" CHECK("courses"."state" in ('draft', 'published', 'archived'))
);
--> statement-breakpoint
CREATE INDEX `courses_provider` ON `courses` (`provider_id`,`state`);--> statement-breakpoint
CREATE TABLE `instructors` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`person_id` text,
	`name` text NOT NULL,
	`qualifications` text,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `instructors_offering` ON `instructors` (`offering_id`);--> statement-breakpoint
CREATE INDEX `instructors_person` ON `instructors` (`person_id`);--> statement-breakpoint
CREATE TABLE `offering_designations` (
	`offering_id` text NOT NULL,
	`designation` text NOT NULL,
	`minutes` integer NOT NULL,
	PRIMARY KEY(`offering_id`, `designation`),
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "offering_designations_code" CHECK("offering_designations"."designation" in ('STEM', 'EQUITY', 'LEADERSHIP', 'G2G', 'FCS-01', 'FCS-02', 'FCS-03', 'FCS-04', 'FCS-05', 'FCS-06', 'FCS-07', 'FCS-08', 'FCS-09', 'FCS-10', 'FCS-11', 'FCS-12', 'PARA-SUBJECT-ELL', 'PARA-SUBJECT-SPED', 'SUICIDE-PREVENTION', 'TPEP')),
	CONSTRAINT "offering_designations_minutes" CHECK("offering_designations"."minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE `offerings` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`state` text NOT NULL,
	`in_service_number` text,
	`modality` text NOT NULL,
	`place` text NOT NULL,
	`address` text,
	`host_organisation_id` text,
	`link` text,
	`time_zone` text NOT NULL,
	`capacity` integer NOT NULL,
	`waitlist_limit` integer,
	`price_cents` integer NOT NULL,
	`registration_opens_at` integer,
	`registration_closes_at` integer,
	`starts_at` integer,
	`ends_at` integer,
	`approved_minutes` integer,
	`policy` text,
	`claim_code` text,
	`published_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "offerings_state" CHECK("offerings"."state" in ('draft', 'approved', 'published', 'cancelled')),
	CONSTRAINT "offerings_modality" CHECK("offerings"."modality" in ('in-person', 'online', 'hybrid')),
	CONSTRAINT "offerings_capacity" CHECK("offerings"."capacity" >= 0),
	CONSTRAINT "offerings_price" CHECK("offerings"."price_cents" >= 0),
	CONSTRAINT "offerings_approval" CHECK("offerings"."state" in ('draft', 'cancelled') or ("offerings"."approved_minutes" is not null and "offerings"."in_service_number" is not null and "offerings"."policy" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offerings_claim_code_unique` ON `offerings` (`claim_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `offerings_in_service_number` ON `offerings` (`provider_id`,`in_service_number`);--> statement-breakpoint
CREATE INDEX `offerings_course` ON `offerings` (`course_id`,`state`,`starts_at`);--> statement-breakpoint
CREATE INDEX `offerings_upcoming` ON `offerings` (`state`,`starts_at`);--> statement-breakpoint
CREATE INDEX `offerings_provider` ON `offerings` (`provider_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `program_areas` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `program_areas_name_unique` ON `program_areas` (`name`);--> statement-breakpoint
CREATE TABLE `provider_approvals` (
	`provider_id` text NOT NULL,
	`year` integer NOT NULL,
	`basis` text NOT NULL,
	PRIMARY KEY(`provider_id`, `year`),
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `provider_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`from_date` text NOT NULL,
	`policy` text NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_policies_from` ON `provider_policies` (`provider_id`,`from_date`);--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`time_zone` text NOT NULL,
	`address` text,
	`designee_name` text,
	`designee_title` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `providers_organisation_id_unique` ON `providers` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `providers_short_name_unique` ON `providers` (`short_name`);--> statement-breakpoint
CREATE TABLE `session_pauses` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "session_pauses_kind" CHECK("session_pauses"."kind" in ('meal', 'break')),
	CONSTRAINT "session_pauses_times" CHECK("session_pauses"."ends_at" > "session_pauses"."starts_at")
);
--> statement-breakpoint
CREATE INDEX `session_pauses_session` ON `session_pauses` (`session_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`time_zone` text NOT NULL,
	`topic` text,
	`place` text,
	`link` text,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_times" CHECK("sessions"."ends_at" > "sessions"."starts_at")
);
--> statement-breakpoint
CREATE INDEX `sessions_offering` ON `sessions` (`offering_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `sessions_starts` ON `sessions` (`starts_at`);--> statement-breakpoint
CREATE TABLE `claim_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`reason` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claim_changes_to" CHECK("claim_changes"."to_status" in ('open', 'claimed', 'evaluated', 'settled', 'verified', 'posted', 'returned', 'void'))
);
--> statement-breakpoint
CREATE INDEX `claim_changes_claim` ON `claim_changes` (`claim_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`earned_minutes` integer NOT NULL,
	`requested_minutes` integer,
	`affidavit_version` text,
	`affidavit_text` text,
	`claimed_at` integer,
	`claimed_by_account_id` text,
	`network_address` text,
	`evaluated` integer DEFAULT false NOT NULL,
	`settled` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claims_status" CHECK("claims"."status" in ('open', 'claimed', 'evaluated', 'settled', 'verified', 'posted', 'returned', 'void')),
	CONSTRAINT "claims_minutes" CHECK("claims"."earned_minutes" >= 0 and ("claims"."requested_minutes" is null or "claims"."requested_minutes" between 1 and "claims"."earned_minutes"
        or "claims"."status" in ('returned', 'posted', 'void'))),
	CONSTRAINT "claims_affidavit" CHECK("claims"."status" in ('open', 'void') or ("claims"."affidavit_text" is not null and "claims"."claimed_at" is not null and "claims"."requested_minutes" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_once` ON `claims` (`offering_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `claims_queue` ON `claims` (`status`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `claims_person` ON `claims` (`person_id`);--> statement-breakpoint
CREATE TABLE `credits` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`offering_id` text NOT NULL,
	`minutes` integer NOT NULL,
	`completed_on` text NOT NULL,
	`snapshot` text NOT NULL,
	`hash` text NOT NULL,
	`previous_hash` text,
	`posted_at` integer NOT NULL,
	`posted_by` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`posted_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "credits_first" CHECK(("credits"."version" = 1) = ("credits"."previous_hash" is null)),
	CONSTRAINT "credits_minutes" CHECK("credits"."minutes" >= 0 and "credits"."version" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credits_version` ON `credits` (`claim_id`,`version`);--> statement-breakpoint
CREATE INDEX `credits_person` ON `credits` (`person_id`,`completed_on`);--> statement-breakpoint
CREATE INDEX `credits_posted` ON `credits` (`posted_at`);--> statement-breakpoint
CREATE TABLE `earnings` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`confirmation_id` text NOT NULL,
	`minutes` integer NOT NULL,
	`steps` text NOT NULL,
	`computed_at` integer NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmation_id`) REFERENCES `attendance_confirmations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `earnings_once` ON `earnings` (`confirmation_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `earnings_person` ON `earnings` (`person_id`);--> statement-breakpoint
CREATE TABLE `evaluation_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`from_date` text NOT NULL,
	`questions` text NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evaluation_forms_from` ON `evaluation_forms` (`provider_id`,`from_date`);--> statement-breakpoint
CREATE TABLE `evaluation_responses` (
	`id` text PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`offering_id` text NOT NULL,
	`answers` text NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`form_id`) REFERENCES `evaluation_forms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `evaluation_responses_offering` ON `evaluation_responses` (`offering_id`);--> statement-breakpoint
CREATE TABLE `document_files` (
	`document_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`code` text NOT NULL,
	`parameters` text NOT NULL,
	`content_hash` text NOT NULL,
	`file_hash` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_by` text,
	`superseded_by_id` text,
	`revoked_at` integer,
	`revoked_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind" CHECK("documents"."kind" in ('transcript', 'certificate', 'registration-form'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_code_unique` ON `documents` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_content` ON `documents` (`person_id`,`kind`,`content_hash`);--> statement-breakpoint
CREATE INDEX `documents_person` ON `documents` (`person_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `hr_export_lines` (
	`export_id` text NOT NULL,
	`credit_id` text NOT NULL,
	PRIMARY KEY(`export_id`, `credit_id`),
	FOREIGN KEY (`export_id`) REFERENCES `hr_exports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_id`) REFERENCES `credits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hr_export_lines_credit` ON `hr_export_lines` (`credit_id`);--> statement-breakpoint
CREATE TABLE `hr_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`from_date` text,
	`to_date` text,
	`only_new` integer NOT NULL,
	`file_hash` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hr_exports_organisation` ON `hr_exports` (`organisation_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `account_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_sessions_account` ON `account_sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `account_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`account_id` text,
	`person_id` text,
	`email` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "account_tokens_purpose" CHECK("account_tokens"."purpose" in ('verify-address', 'reset-password', 'invitation', 'setup'))
);
--> statement-breakpoint
CREATE INDEX `account_tokens_account` ON `account_tokens` (`account_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`email_verified_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_person_id_unique` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_unique` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `affiliations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role_kind` text NOT NULL,
	`title` text,
	`employee_id` text,
	`from_date` text NOT NULL,
	`to_date` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "affiliations_role_kind" CHECK("affiliations"."role_kind" in ('teacher', 'administrator', 'esa', 'paraeducator', 'other')),
	CONSTRAINT "affiliations_dates" CHECK("affiliations"."to_date" is null or "affiliations"."to_date" >= "affiliations"."from_date")
);
--> statement-breakpoint
CREATE INDEX `affiliations_person` ON `affiliations` (`person_id`);--> statement-breakpoint
CREATE INDEX `affiliations_organisation` ON `affiliations` (`organisation_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `former_names` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `former_names_once` ON `former_names` (`person_id`,`name`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`provider_id` text,
	`offering_id` text,
	`organisation_id` text,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	`revoked_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grants_role" CHECK("grants"."role" in ('admin', 'coordinator', 'registrar', 'facilitator', 'hr')),
	CONSTRAINT "grants_scope" CHECK(("grants"."provider_id" is not null) = ("grants"."role" in ('coordinator', 'registrar'))
        and ("grants"."offering_id" is not null) = ("grants"."role" = 'facilitator')
        and ("grants"."organisation_id" is not null) = ("grants"."role" = 'hr'))
);
--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`county` text,
	`cooperative_member` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "organisations_kind" CHECK("organisations"."kind" in ('esd', 'district', 'charter', 'compact', 'partner')),
	CONSTRAINT "organisations_code" CHECK("organisations"."code" is null or length("organisations"."code") = 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_code_unique` ON `organisations` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_name_unique` ON `organisations` (`name`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`legal_first` text NOT NULL,
	`legal_last` text NOT NULL,
	`preferred_name` text,
	`email` text,
	`phone` text,
	`certificate_number` text,
	`work_location` text,
	`access_needs` text,
	`dietary_needs` text,
	`confidential_until` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_email_unique` ON `persons` (`email`);--> statement-breakpoint
CREATE INDEX `persons_name` ON `persons` (`legal_last`,`legal_first`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` text,
	`detail` text NOT NULL,
	`address` text,
	`request_id` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_person` ON `audit_entries` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `job_schedules` (
	`job` text PRIMARY KEY NOT NULL,
	`next_run_at` integer NOT NULL,
	`last_started_at` integer,
	`last_finished_at` integer,
	`last_outcome` text
);
--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`recipient` text NOT NULL,
	`person_id` text,
	`occasion` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`lease_until` integer,
	`sent_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "outbox_messages_state" CHECK("outbox_messages"."state" in ('queued', 'sending', 'sent', 'failed', 'suppressed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_messages_once` ON `outbox_messages` (`kind`,`subject_id`,`recipient`,`occasion`);--> statement-breakpoint
CREATE INDEX `outbox_messages_due` ON `outbox_messages` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `outbox_messages_created` ON `outbox_messages` (`created_at`);--> statement-breakpoint
CREATE TABLE `registration_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`reason` text,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "registration_changes_to" CHECK("registration_changes"."to_status" in ('requested', 'waitlisted', 'offered', 'registered', 'withdrawn', 'declined', 'attended', 'partial', 'no-show', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `registration_changes_registration` ON `registration_changes` (`registration_id`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`offer_expires_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "registrations_status" CHECK("registrations"."status" in ('requested', 'waitlisted', 'offered', 'registered', 'withdrawn', 'declined', 'attended', 'partial', 'no-show', 'cancelled')),
	CONSTRAINT "registrations_offer" CHECK(("registrations"."status" = 'offered') = ("registrations"."offer_expires_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_live` ON `registrations` (`offering_id`,`person_id`) WHERE "registrations"."status" in ('requested', 'waitlisted', 'offered', 'registered', 'attended', 'partial', 'no-show');--> statement-breakpoint
CREATE INDEX `registrations_offering` ON `registrations` (`offering_id`,`status`);--> statement-breakpoint
CREATE INDEX `registrations_person` ON `registrations` (`person_id`,`status`);--> statement-breakpoint
CREATE INDEX `registrations_expiry` ON `registrations` (`offer_expires_at`) WHERE "registrations"."status" = 'offered';