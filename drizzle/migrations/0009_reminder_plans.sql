-- What changes when something is due puts its offering in line to be planned anew, in the transaction of the change:
-- subjects above reminders need not know of them.
CREATE TRIGGER sessions_plan_insert AFTER INSERT ON sessions
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER sessions_plan_update AFTER UPDATE OF starts_at, ends_at, time_zone ON sessions
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER sessions_plan_delete AFTER DELETE ON sessions
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (OLD.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER registrations_plan_insert AFTER INSERT ON registrations
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER registrations_plan_update AFTER UPDATE OF status ON registrations
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER offerings_plan_update AFTER UPDATE OF state, modality, starts_at, ends_at ON offerings
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER claims_plan_insert AFTER INSERT ON claims
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER claims_plan_update AFTER UPDATE OF status, evaluated, settled, claimed_at ON claims
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER grants_plan_insert AFTER INSERT ON grants
WHEN NEW.role = 'facilitator'
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER grants_plan_update AFTER UPDATE OF revoked_at ON grants
WHEN NEW.role = 'facilitator'
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER attendance_confirmations_plan_insert AFTER INSERT ON attendance_confirmations
BEGIN INSERT INTO reminder_plans (offering_id) VALUES (NEW.offering_id) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
-- What was published before there were reminders.
INSERT INTO reminder_plans (offering_id) SELECT id FROM offerings WHERE state = 'published';
