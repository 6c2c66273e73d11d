-- What the schema file cannot say: fences in the database itself, and full-text search.
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'P5: the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'P5: the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER registration_changes_no_update BEFORE UPDATE ON registration_changes
BEGIN SELECT RAISE(ABORT, 'R7: history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER registration_changes_no_delete BEFORE DELETE ON registration_changes
BEGIN SELECT RAISE(ABORT, 'R7: history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER attendance_marks_no_update BEFORE UPDATE ON attendance_marks
BEGIN SELECT RAISE(ABORT, 'T1: a mark is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER attendance_marks_no_delete BEFORE DELETE ON attendance_marks
BEGIN SELECT RAISE(ABORT, 'T1: a mark is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER attendance_confirmations_no_update BEFORE UPDATE ON attendance_confirmations
BEGIN SELECT RAISE(ABORT, 'T3: a confirmation is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER attendance_confirmations_no_delete BEFORE DELETE ON attendance_confirmations
BEGIN SELECT RAISE(ABORT, 'T3: a confirmation is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER claim_changes_no_update BEFORE UPDATE ON claim_changes
BEGIN SELECT RAISE(ABORT, 'T3: history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER claim_changes_no_delete BEFORE DELETE ON claim_changes
BEGIN SELECT RAISE(ABORT, 'T3: history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER credits_no_update BEFORE UPDATE ON credits
BEGIN SELECT RAISE(ABORT, 'T7: a posted credit is never edited'); END;
--> statement-breakpoint
CREATE TRIGGER credits_no_delete BEFORE DELETE ON credits
BEGIN SELECT RAISE(ABORT, 'T7: a posted credit is never edited'); END;
--> statement-breakpoint
CREATE TRIGGER approval_decisions_no_update BEFORE UPDATE ON approval_decisions
BEGIN SELECT RAISE(ABORT, 'A5: a decision is kept'); END;
--> statement-breakpoint
CREATE TRIGGER approval_decisions_no_delete BEFORE DELETE ON approval_decisions
BEGIN SELECT RAISE(ABORT, 'A5: a decision is kept'); END;
--> statement-breakpoint
CREATE TRIGGER payments_no_update BEFORE UPDATE ON payments
BEGIN SELECT RAISE(ABORT, 'T8: a payment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments
BEGIN SELECT RAISE(ABORT, 'T8: a payment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER hr_exports_no_update BEFORE UPDATE ON hr_exports
BEGIN SELECT RAISE(ABORT, 'S4: an export is kept'); END;
--> statement-breakpoint
CREATE TRIGGER hr_exports_no_delete BEFORE DELETE ON hr_exports
BEGIN SELECT RAISE(ABORT, 'S4: an export is kept'); END;
--> statement-breakpoint
CREATE TRIGGER hr_export_lines_no_update BEFORE UPDATE ON hr_export_lines
BEGIN SELECT RAISE(ABORT, 'S4: an export is kept'); END;
--> statement-breakpoint
CREATE TRIGGER hr_export_lines_no_delete BEFORE DELETE ON hr_export_lines
BEGIN SELECT RAISE(ABORT, 'S4: an export is kept'); END;
--> statement-breakpoint
CREATE TRIGGER document_files_no_update BEFORE UPDATE ON document_files
BEGIN SELECT RAISE(ABORT, 'D5: an issued file is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER document_files_no_delete BEFORE DELETE ON document_files
BEGIN SELECT RAISE(ABORT, 'D5: an issued file is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER documents_frozen BEFORE UPDATE OF kind, person_id, code, parameters, content_hash, file_hash, issued_at, issued_by ON documents
BEGIN SELECT RAISE(ABORT, 'D5: an issued document is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER registrations_seats_insert BEFORE INSERT ON registrations
WHEN NEW.status IN ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show')
BEGIN SELECT RAISE(ABORT, 'R2: every seat is taken') WHERE (SELECT count(*) FROM registrations WHERE offering_id = NEW.offering_id AND status IN ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show'))
    >= (SELECT capacity FROM offerings WHERE id = NEW.offering_id); END;
--> statement-breakpoint
CREATE TRIGGER registrations_seats_update BEFORE UPDATE OF status ON registrations
WHEN NEW.status IN ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show') AND OLD.status NOT IN ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show')
BEGIN SELECT RAISE(ABORT, 'R2: every seat is taken') WHERE (SELECT count(*) FROM registrations WHERE offering_id = NEW.offering_id AND status IN ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show'))
    >= (SELECT capacity FROM offerings WHERE id = NEW.offering_id); END;
--> statement-breakpoint
CREATE TRIGGER registrations_fixed BEFORE UPDATE OF offering_id, person_id ON registrations
BEGIN SELECT RAISE(ABORT, 'R7: a registration keeps its person and offering'); END;
--> statement-breakpoint
CREATE TRIGGER offerings_capacity_taken BEFORE UPDATE OF capacity ON offerings
WHEN NEW.capacity < OLD.capacity
BEGIN SELECT RAISE(ABORT, 'R2: more seats are taken than that') WHERE
    (SELECT count(*) FROM registrations WHERE offering_id = NEW.id AND status IN ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show')) > NEW.capacity; END;
--> statement-breakpoint
CREATE VIRTUAL TABLE course_search USING fts5(course_id UNINDEXED, title, summary, body, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3');
--> statement-breakpoint
CREATE TRIGGER courses_search_insert AFTER INSERT ON courses
BEGIN INSERT INTO course_search (course_id, title, summary, body) VALUES (NEW.id, NEW.title, NEW.summary, NEW.description || ' ' || NEW.objectives || ' ' || NEW.standards || ' ' || (SELECT name FROM program_areas WHERE code = NEW.program_area)); END;
--> statement-breakpoint
CREATE TRIGGER courses_search_update AFTER UPDATE OF title, summary, description, objectives, standards, program_area ON courses
BEGIN
  DELETE FROM course_search WHERE course_id = OLD.id;
  INSERT INTO course_search (course_id, title, summary, body) VALUES (NEW.id, NEW.title, NEW.summary, NEW.description || ' ' || NEW.objectives || ' ' || NEW.standards || ' ' || (SELECT name FROM program_areas WHERE code = NEW.program_area));
END;
--> statement-breakpoint
CREATE TRIGGER courses_search_delete AFTER DELETE ON courses
BEGIN DELETE FROM course_search WHERE course_id = OLD.id; END;
--> statement-breakpoint
-- P2: one live grant of a role per person and scope. An expression index, which the schema file cannot hold.
CREATE UNIQUE INDEX grants_once ON grants (person_id, role, coalesce(provider_id, offering_id, organisation_id, ''))
WHERE revoked_at IS NULL;
