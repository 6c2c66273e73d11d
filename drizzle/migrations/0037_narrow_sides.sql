CREATE INDEX `attendance_marks_voids` ON `attendance_marks` (`voids_mark_id`) WHERE "attendance_marks"."voids_mark_id" is not null;--> statement-breakpoint
CREATE INDEX `payments_promised` ON `payments` (`claim_id`) WHERE "payments"."kind" = 'purchase-order' and "payments"."invoice_id" is null;--> statement-breakpoint
CREATE INDEX `courses_area` ON `courses` (`program_area`,`state`);--> statement-breakpoint
CREATE INDEX `offerings_end` ON `offerings` (`provider_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `claims_owing` ON `claims` (`offering_id`) WHERE "claims"."settled" = 0 and "claims"."status" not in ('open', 'returned', 'void');--> statement-breakpoint
CREATE INDEX `correction_requests_claim` ON `correction_requests` (`claim_id`);--> statement-breakpoint
CREATE INDEX `credits_offering` ON `credits` (`offering_id`);--> statement-breakpoint
CREATE INDEX `inquiries_state` ON `inquiries` (`state`,`changed_at`);--> statement-breakpoint
CREATE INDEX `outbox_messages_kind` ON `outbox_messages` (`kind`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_messages_unnamed` ON `outbox_messages` (`recipient`) WHERE "outbox_messages"."person_id" is null;--> statement-breakpoint
CREATE INDEX `awards_provider` ON `awards` (`provider_id`);--> statement-breakpoint
CREATE INDEX `account_sessions_expiry` ON `account_sessions` (`expires_at`);--> statement-breakpoint
CREATE INDEX `account_tokens_expiry` ON `account_tokens` (`expires_at`);--> statement-breakpoint
CREATE INDEX `persons_certificate` ON `persons` (`certificate_number`);--> statement-breakpoint
CREATE INDEX `persons_certificate_end` ON `persons` (`certificate_expires_on`);