-- What was published stays as it was (disclosure control D5), and so do advice and answer. INSERT OR REPLACE deletes
-- without asking the trigger on DELETE, so it has one of its own.
CREATE TRIGGER `published_quarter_no_update` BEFORE UPDATE ON `published_quarter`
BEGIN
	SELECT RAISE(ABORT, 'published_quarter is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `published_quarter_no_delete` BEFORE DELETE ON `published_quarter`
BEGIN
	SELECT RAISE(ABORT, 'published_quarter is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `published_quarter_no_replace` BEFORE INSERT ON `published_quarter`
WHEN EXISTS (SELECT 1 FROM `published_quarter` WHERE `quarter` = NEW.`quarter`)
BEGIN
	SELECT RAISE(ABORT, 'published_quarter is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `published_cell_no_update` BEFORE UPDATE ON `published_cell`
BEGIN
	SELECT RAISE(ABORT, 'published_cell is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `published_cell_no_delete` BEFORE DELETE ON `published_cell`
BEGIN
	SELECT RAISE(ABORT, 'published_cell is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `published_cell_no_replace` BEFORE INSERT ON `published_cell`
WHEN EXISTS (SELECT 1 FROM `published_cell` WHERE `population` = NEW.`population` AND `criterion` = NEW.`criterion` AND `informant` = NEW.`informant` AND `dimension` = NEW.`dimension` AND `quarter` = NEW.`quarter` AND `aspect` = NEW.`aspect` AND `category` = NEW.`category`)
BEGIN
	SELECT RAISE(ABORT, 'published_cell is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `advice_no_update` BEFORE UPDATE ON `advice`
BEGIN
	SELECT RAISE(ABORT, 'advice is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `advice_no_delete` BEFORE DELETE ON `advice`
BEGIN
	SELECT RAISE(ABORT, 'advice is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `advice_no_replace` BEFORE INSERT ON `advice`
WHEN EXISTS (SELECT 1 FROM `advice` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'advice is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `advice_answer_no_update` BEFORE UPDATE ON `advice_answer`
BEGIN
	SELECT RAISE(ABORT, 'advice_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `advice_answer_no_delete` BEFORE DELETE ON `advice_answer`
BEGIN
	SELECT RAISE(ABORT, 'advice_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `advice_answer_no_replace` BEFORE INSERT ON `advice_answer`
WHEN EXISTS (SELECT 1 FROM `advice_answer` WHERE `advice_id` = NEW.`advice_id`)
BEGIN
	SELECT RAISE(ABORT, 'advice_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `published_story_no_update` BEFORE UPDATE ON `published_story`
BEGIN
	SELECT RAISE(ABORT, 'published_story is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `published_story_no_delete` BEFORE DELETE ON `published_story`
BEGIN
	SELECT RAISE(ABORT, 'published_story is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `published_story_no_replace` BEFORE INSERT ON `published_story`
WHEN EXISTS (SELECT 1 FROM `published_story` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'published_story is append-only');
END;
