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
--> statement-breakpoint
-- People's own words, answers, facts and requests only grow: whoever has the database in hand has to
-- remove these first to change or delete a word. INSERT OR REPLACE deletes without asking the trigger on
-- DELETE, so it has one of its own.
CREATE TRIGGER `agreement_no_update` BEFORE UPDATE ON `agreement`
BEGIN
	SELECT RAISE(ABORT, 'agreement is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `agreement_no_delete` BEFORE DELETE ON `agreement`
BEGIN
	SELECT RAISE(ABORT, 'agreement is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `agreement_no_replace` BEFORE INSERT ON `agreement`
WHEN EXISTS (SELECT 1 FROM `agreement` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'agreement is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_no_update` BEFORE UPDATE ON `statement`
BEGIN
	SELECT RAISE(ABORT, 'statement is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_no_delete` BEFORE DELETE ON `statement`
BEGIN
	SELECT RAISE(ABORT, 'statement is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_no_replace` BEFORE INSERT ON `statement`
WHEN EXISTS (SELECT 1 FROM `statement` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'statement is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_withdrawal_no_update` BEFORE UPDATE ON `statement_withdrawal`
BEGIN
	SELECT RAISE(ABORT, 'statement_withdrawal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_withdrawal_no_delete` BEFORE DELETE ON `statement_withdrawal`
BEGIN
	SELECT RAISE(ABORT, 'statement_withdrawal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_withdrawal_no_replace` BEFORE INSERT ON `statement_withdrawal`
WHEN EXISTS (SELECT 1 FROM `statement_withdrawal` WHERE `statement_id` = NEW.`statement_id`)
BEGIN
	SELECT RAISE(ABORT, 'statement_withdrawal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_answer_no_update` BEFORE UPDATE ON `statement_answer`
BEGIN
	SELECT RAISE(ABORT, 'statement_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_answer_no_delete` BEFORE DELETE ON `statement_answer`
BEGIN
	SELECT RAISE(ABORT, 'statement_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_answer_no_replace` BEFORE INSERT ON `statement_answer`
WHEN EXISTS (SELECT 1 FROM `statement_answer` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'statement_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_no_update` BEFORE UPDATE ON `claim`
BEGIN
	SELECT RAISE(ABORT, 'claim is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_no_delete` BEFORE DELETE ON `claim`
BEGIN
	SELECT RAISE(ABORT, 'claim is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_no_replace` BEFORE INSERT ON `claim`
WHEN EXISTS (SELECT 1 FROM `claim` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'claim is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_version_no_update` BEFORE UPDATE ON `claim_version`
BEGIN
	SELECT RAISE(ABORT, 'claim_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_version_no_delete` BEFORE DELETE ON `claim_version`
BEGIN
	SELECT RAISE(ABORT, 'claim_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_version_no_replace` BEFORE INSERT ON `claim_version`
WHEN EXISTS (SELECT 1 FROM `claim_version` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'claim_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_no_update` BEFORE UPDATE ON `correction`
BEGIN
	SELECT RAISE(ABORT, 'correction is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_no_delete` BEFORE DELETE ON `correction`
BEGIN
	SELECT RAISE(ABORT, 'correction is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_no_replace` BEFORE INSERT ON `correction`
WHEN EXISTS (SELECT 1 FROM `correction` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'correction is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_decision_no_update` BEFORE UPDATE ON `correction_decision`
BEGIN
	SELECT RAISE(ABORT, 'correction_decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_decision_no_delete` BEFORE DELETE ON `correction_decision`
BEGIN
	SELECT RAISE(ABORT, 'correction_decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_decision_no_replace` BEFORE INSERT ON `correction_decision`
WHEN EXISTS (SELECT 1 FROM `correction_decision` WHERE `correction_id` = NEW.`correction_id`)
BEGIN
	SELECT RAISE(ABORT, 'correction_decision is append-only');
END;
