-- The access log is append-only: also somebody with the database in hand has to remove these first.
CREATE TRIGGER `audit_entry_no_update` BEFORE UPDATE ON `audit_entry`
BEGIN
	SELECT RAISE(ABORT, 'audit_entry is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_no_delete` BEFORE DELETE ON `audit_entry`
BEGIN
	SELECT RAISE(ABORT, 'audit_entry is append-only');
END;
