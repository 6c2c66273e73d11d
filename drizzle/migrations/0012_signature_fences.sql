UPDATE documents SET series = kind || ':' || coalesce(json_extract(parameters, '$.period.from'), '') || ':' || coalesce(json_extract(parameters, '$.period.to'), '') || ':'
WHERE kind = 'transcript';
--> statement-breakpoint
CREATE TRIGGER documents_signed BEFORE UPDATE OF series, key_id ON documents
BEGIN SELECT RAISE(ABORT, 'D5: an issued document is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'D5: an issued document is kept'); END;
--> statement-breakpoint
CREATE TRIGGER documents_revoked BEFORE UPDATE OF revoked_at, revoked_reason, revoked_by ON documents
WHEN OLD.revoked_at IS NOT NULL OR (NEW.revoked_at IS NOT NULL AND trim(coalesce(NEW.revoked_reason, '')) = '')
BEGIN SELECT RAISE(ABORT, 'D5: a revocation has a reason and is final'); END;
--> statement-breakpoint
CREATE TRIGGER signing_keys_frozen BEFORE UPDATE OF id, provider_id, certificate, public_key, created_at, created_by ON signing_keys
BEGIN SELECT RAISE(ABORT, 'D5: a signing key is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER signing_keys_retired BEFORE UPDATE OF retired_at, retired_by ON signing_keys
WHEN OLD.retired_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'D5: a retired key stays retired'); END;
--> statement-breakpoint
CREATE TRIGGER signing_keys_no_delete BEFORE DELETE ON signing_keys
BEGIN SELECT RAISE(ABORT, 'D5: a signing key is kept'); END;
--> statement-breakpoint
CREATE TRIGGER provider_images_frozen BEFORE UPDATE OF id, provider_id, kind, media_type, bytes, digest, added_at, added_by ON provider_images
BEGIN SELECT RAISE(ABORT, 'D5: a picture on documents is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER provider_images_no_delete BEFORE DELETE ON provider_images
BEGIN SELECT RAISE(ABORT, 'D5: a picture on documents is kept'); END;
