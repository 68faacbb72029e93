-- What was said about a family without the family stays as it was written: a correction is a new entry.
CREATE TRIGGER `consultation_no_update` BEFORE UPDATE ON `consultation`
BEGIN
	SELECT RAISE(ABORT, 'consultation is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `consultation_no_delete` BEFORE DELETE ON `consultation`
BEGIN
	SELECT RAISE(ABORT, 'consultation is append-only');
END;
