-- Marks with their own words, and each text and yes of a handover, only grow, as statements do. What was
-- guarded against change alone is guarded against INSERT OR REPLACE too, which deletes without a word.
CREATE TRIGGER `goal_score_no_update` BEFORE UPDATE ON `goal_score`
BEGIN
	SELECT RAISE(ABORT, 'goal_score is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `goal_score_no_delete` BEFORE DELETE ON `goal_score`
BEGIN
	SELECT RAISE(ABORT, 'goal_score is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `goal_score_no_replace` BEFORE INSERT ON `goal_score`
WHEN EXISTS (SELECT 1 FROM `goal_score` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'goal_score is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `handover_text_no_update` BEFORE UPDATE ON `handover_text`
BEGIN
	SELECT RAISE(ABORT, 'handover_text is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `handover_text_no_delete` BEFORE DELETE ON `handover_text`
BEGIN
	SELECT RAISE(ABORT, 'handover_text is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `handover_text_no_replace` BEFORE INSERT ON `handover_text`
WHEN EXISTS (SELECT 1 FROM `handover_text` WHERE `handover_id` = NEW.`handover_id` AND `revision` = NEW.`revision`)
BEGIN
	SELECT RAISE(ABORT, 'handover_text is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `handover_answer_no_update` BEFORE UPDATE ON `handover_answer`
BEGIN
	SELECT RAISE(ABORT, 'handover_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `handover_answer_no_delete` BEFORE DELETE ON `handover_answer`
BEGIN
	SELECT RAISE(ABORT, 'handover_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `handover_answer_no_replace` BEFORE INSERT ON `handover_answer`
WHEN EXISTS (SELECT 1 FROM `handover_answer` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'handover_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `consultation_no_replace` BEFORE INSERT ON `consultation`
WHEN EXISTS (SELECT 1 FROM `consultation` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'consultation is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `term_event_no_delete` BEFORE DELETE ON `term_event`
BEGIN
	SELECT RAISE(ABORT, 'term_event is only taken back');
END;
--> statement-breakpoint
CREATE TRIGGER `term_event_no_replace` BEFORE INSERT ON `term_event`
WHEN EXISTS (SELECT 1 FROM `term_event` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'term_event is only taken back');
END;
