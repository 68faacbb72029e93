-- What happened to the help of a region only grows: also somebody with the database in hand has to remove
-- these first. INSERT OR REPLACE deletes without asking the trigger on DELETE, so it has one of its own.
CREATE TRIGGER `regional_help_change_no_update` BEFORE UPDATE ON `regional_help_change`
BEGIN
	SELECT RAISE(ABORT, 'regional_help_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `regional_help_change_no_delete` BEFORE DELETE ON `regional_help_change`
BEGIN
	SELECT RAISE(ABORT, 'regional_help_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `regional_help_change_no_replace` BEFORE INSERT ON `regional_help_change`
WHEN EXISTS (SELECT 1 FROM `regional_help_change` WHERE `sequence` = NEW.`sequence`)
BEGIN
	SELECT RAISE(ABORT, 'regional_help_change is append-only');
END;
