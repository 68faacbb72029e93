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
--> statement-breakpoint
-- What somebody said about a term is never changed: it is taken back, once.
CREATE TRIGGER `term_event_taken_back_only` BEFORE UPDATE ON `term_event`
WHEN OLD.`withdrawn_at` IS NOT NULL
	OR NEW.`withdrawn_at` IS NULL
	OR NEW.`id` IS NOT OLD.`id`
	OR NEW.`family_id` IS NOT OLD.`family_id`
	OR NEW.`child_id` IS NOT OLD.`child_id`
	OR NEW.`term` IS NOT OLD.`term`
	OR NEW.`moment` IS NOT OLD.`moment`
	OR NEW.`on` IS NOT OLD.`on`
	OR NEW.`recorded_by` IS NOT OLD.`recorded_by`
	OR NEW.`recorded_at` IS NOT OLD.`recorded_at`
BEGIN
	SELECT RAISE(ABORT, 'term_event is only taken back');
END;
